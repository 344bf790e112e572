package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;

import io.watchfloor.action.Severity;
import io.watchfloor.action.kubernetes.KubectlRules.Check;

/** Lines that may show or do something else than the reader expects. */
final class MisleadingKubectl {

	private static final Set<String> CHANGES = Set.of("scale", "delete", "patch", "set", "rollout", "label", "annotate",
			"apply", "create", "edit", "autoscale", "expose", "run", "replace");

	private static final Set<String> READS = Set.of("get", "describe", "logs", "top", "exec", "wait", "events",
			"port-forward", "cp");

	private static final Set<String> CLUSTER_WIDE = Set.of("nodes", "namespaces", "persistentvolumes", "storageclasses",
			"clusterroles", "clusterrolebindings", "customresourcedefinitions", "ingressclasses", "priorityclasses",
			"csidrivers", "csinodes", "componentstatuses", "volumeattachments");

	static final List<Check> CHECKS = List.of(Check.of(Severity.WARNING, "no-namespace", "A change without a namespace",
			"It goes to whatever namespace the person's context has at that moment, perhaps another environment's."
					+ " Write -n NAMESPACE.",
			(line) -> CHANGES.contains(line.verb()) && !named(line) && !fromFile(line) && !wide(line)
					&& !Set.of("status", "history").contains(line.plain().isEmpty() ? "" : line.plain().getFirst())),
			Check.of(Severity.INFO, "no-namespace-read", "A look without a namespace",
					"It shows whatever namespace the person's context has at that moment: 'No resources found' can mean the"
							+ " wrong place.",
					(line) -> (READS.contains(line.verb()) || line.is("rollout", "status")
							|| line.is("rollout", "history")) && !named(line) && !wide(line) && !line.has("--raw")),
			Check.of(Severity.WARNING, "floating-image", "An image without a fixed version",
					"Without a version, or with 'latest', it can be another tomorrow, and rolling back does not bring the"
							+ " earlier one. Name a version or a digest.",
					MisleadingKubectl::floating),
			Check.of(Severity.WARNING, "absolute-scale", "A number of replicas that does not ask how many there are",
					"If more run by now, this scales down in the middle of an incident; an autoscaler sets it back."
							+ " --current-replicas makes kubectl refuse when the number is another.",
					(line) -> line.is("scale") && !line.value("--replicas").equals("0")
							&& !line.has("--current-replicas")),
			Check
				.of(Severity.WARNING, "apply-without-diff", "An apply without a look at what it changes",
						"The file may be older than what runs. kubectl diff shows the difference first.",
						(line) -> line.is("apply") && line.has("-f", "-k", "--filename", "--kustomize")
								&& !line.has("--dry-run"))
				.safer((line) -> line.contains("<<") || line.contains("-f -") ? line
						: line.replaceFirst("kubectl(.*?) apply ", "kubectl$1 diff ")),
			Check.of(Severity.WARNING, "logs-ten-lines", "Only ten lines of each pod are read",
					"With a label, kubectl logs shows the last 10 lines of each pod unless told otherwise: finding no"
							+ " error there says nothing.",
					(line) -> line.is("logs") && line.has("-l", "--selector")
							&& !line.has("--tail", "--since", "--since-time", "-f", "--follow"))
				.safer((line) -> line.replaceFirst("kubectl(.*?) logs ", "kubectl$1 logs --tail=1000 ")),
			Check.of(Severity.WARNING, "logs-of-one-pod", "The log of one pod of several",
					"For a deployment, kubectl logs chooses one of its pods; the failing one may be another. Choose by label,"
							+ " or say --all-pods.",
					(line) -> line.is("logs") && !line.has("--all-pods") && !line.has("-l", "--selector")
							&& Set.of("deployments", "statefulsets", "daemonsets", "replicasets", "services")
								.contains(line.type())
							&& !line.plain().isEmpty() && line.plain().getFirst().contains("/")),
			Check.of(Severity.WARNING, "undo-to-the-one-before", "A roll-back that does not say where to",
					"It goes to the revision before, which may be the last bad one; said twice, it comes back. Look at the"
							+ " history and name --to-revision.",
					(line) -> line.is("rollout", "undo") && !line.has("--to-revision")),
			Check.of(Severity.WARNING, "edit-live", "A live object is changed in an editor",
					"Nobody sees what was changed, nothing rehearses it, and the next apply undoes it. Patch it, or change"
							+ " the file and apply.",
					(line) -> line.is("edit")),
			Check.of(Severity.WARNING, "context-switched", "The person's context is switched",
					"Every later line of every window goes there, also tomorrow's. Name --context and -n in each line.",
					(line) -> line.is("config", "use-context") || line.is("config", "set-context")),
			Check.of(Severity.INFO, "drift", "The manifests do not know of it",
					"What set, scale, patch and label change by hand is set back by the next apply or release.",
					(line) -> line.is("set", "env") || line.is("set", "resources") || line.is("patch")),
			Check
				.of(Severity.INFO, "events-unsorted", "Events in no order of time",
						"kubectl get events does not sort by time. kubectl events does.",
						(line) -> line.is("get") && line.type().equals("events") && !line.has("--sort-by"))
				.safer((line) -> line.contains("--field-selector") || line.contains(" -o") ? line
						: line.replaceFirst("get events?", "events")));

	private MisleadingKubectl() {
	}

	private static boolean named(Spoken line) {
		return line.has("-n", "--namespace", "-A", "--all-namespaces");
	}

	private static boolean fromFile(Spoken line) {
		return line.has("-f", "--filename", "-k", "--kustomize");
	}

	private static boolean wide(Spoken line) {
		return CLUSTER_WIDE.contains(line.type()) || (line.is("create") && !line.plain().isEmpty()
				&& CLUSTER_WIDE.contains(ResourceTypes.canonical(line.plain().getFirst())));
	}

	private static boolean floating(Spoken line) {
		if (line.is("set", "image")) {
			return line.plain()
				.stream()
				.filter((word) -> word.contains("=") && !word.contains("$") && !word.contains("<"))
				.anyMatch((word) -> SetImageHandler.floating(word.substring(word.indexOf('=') + 1)));
		}
		String image = line.is("run", "create") ? line.value("--image") : "";
		return !image.isEmpty() && !image.contains("$") && !image.contains("<") && SetImageHandler.floating(image);
	}

}
