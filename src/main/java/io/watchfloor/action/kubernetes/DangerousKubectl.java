package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Severity;
import io.watchfloor.action.kubernetes.KubectlRules.Check;

/** Lines that work and can hurt. */
final class DangerousKubectl {

	private static final Pattern DATA = Pattern.compile(
			".*(postgres|mysql|mariadb|mongo|redis|valkey|elastic|kafka|rabbitmq|etcd|neo4j|cassandra|minio|prometheus).*");

	static final List<Check> CHECKS = List.of(
			Check.of(Severity.DANGER, "force-delete", "Pods are forgotten without waiting for their node",
					"--force with --grace-period=0 removes the record, not the process: a pod on a lost node goes on"
							+ " running, and a stateful set may start a second one on the same data.",
					(line) -> line.is("delete") && (line.has("--force") || line.value("--grace-period").equals("0")))
				.safer((line) -> line.replaceAll(" --force(=true)?", "").replaceAll(" --grace-period[= ]0", "")),
			Check.of(Severity.DANGER, "delete-everything", "A deletion without a name or a label",
					"--all, 'all' and -A take whatever is there at that moment. Name it, or choose by a label and look at"
							+ " the list first.",
					(line) -> line.is("delete")
							&& (line.has("--all", "-A", "--all-namespaces") || line.type().equals("all"))),
			Check.of(Severity.DANGER, "delete-container-of-data",
					"A deletion that takes data or everything inside with it",
					"A claim's data goes with it where the volume is not kept; a namespace takes every object in it; a"
							+ " definition takes all objects of its type in the whole cluster.",
					(line) -> line.is("delete") && Set
						.of("persistentvolumeclaims", "persistentvolumes", "namespaces", "customresourcedefinitions")
						.contains(line.type())),
			Check.of(Severity.DANGER, "drain-deletes-data", "A drain that lets emptyDir data go",
					"--delete-emptydir-data and --force remove what lives only with the pods: caches, queues, uploads."
							+ " Look which pods keep something there first.",
					(line) -> line.is("drain") && line.has("--delete-emptydir-data", "--delete-local-data", "--force")),
			Check.of(Severity.DANGER, "drain-several-nodes", "Several nodes are drained in one go",
					"The pods of the first land on the next, budgets are spent at once, and room may run out. Drain one,"
							+ " wait, look, then the next.",
					(line) -> line.is("drain") && (line.plain().size() > 1 || line.has("-l", "--selector"))),
			Check.of(Severity.DANGER, "scale-to-zero", "A workload is stopped altogether",
					"Zero replicas is an outage of whatever it serves, and a horizontal autoscaler stops working at zero.",
					(line) -> line.is("scale") && line.value("--replicas").equals("0")),
			Check.of(Severity.DANGER, "restart-without-name", "All workloads of the type restart at once",
					"rollout restart of a type without a name restarts every one of them in the namespace.",
					(line) -> line.is("rollout", "restart") && line.plain().size() == 2
							&& !line.plain().get(1).contains("/") && !line.has("-l", "--selector")),
			Check.of(Severity.DANGER, "restart-of-data-store",
					"A data store is restarted or deleted in the middle of an incident",
					"Its clients lose their connections, it may need long to recover, and evidence is lost. Look at its"
							+ " sessions and its log first.",
					(line) -> (line.is("rollout", "restart") || (line.is("delete")
							&& Set.of("pods", "deployments", "statefulsets").contains(line.type())))
							&& line.plain().stream().anyMatch((word) -> DATA.matcher(word).matches())),
			Check.of(Severity.DANGER, "secret-on-command-line", "A secret's value stands on the command line",
					"It stays in the shell's history, in the process list and in this document. Set it from a file that is"
							+ " not kept, or from a vault.",
					DangerousKubectl::secretWritten),
			Check.of(Severity.DANGER, "secret-shown", "A secret's values are printed",
					"They end up on screens, in recordings and in chat. Show the names of the keys only: kubectl describe secret.",
					(line) -> line.is("get") && line.type().equals("secrets") && line.has("-o", "--output")
							&& !line.value("-o").equals("name") && !line.value("-o").equals("wide")),
			Check.of(Severity.DANGER, "finalizers-removed", "Finalizers are taken away by hand",
					"They are what cleans up outside the cluster; without them, volumes, addresses and records stay behind"
							+ " and nobody knows of them.",
					(line) -> line.is("patch")
							&& line.words().stream().anyMatch((word) -> word.contains("finalizers"))));

	private DangerousKubectl() {
	}

	private static boolean secretWritten(Spoken line) {
		boolean created = line.is("create") && line.words().contains("secret")
				&& line.words()
					.stream()
					.anyMatch((word) -> (word.startsWith("--from-literal") || word.startsWith("--docker-password"))
							&& !word.contains("$"));
		boolean separate = line.is("create") && line.words().contains("secret")
				&& line.words().contains("--from-literal");
		boolean set = line.is("set", "env")
				&& line.plain().stream().filter((word) -> word.contains("=")).anyMatch((word) -> {
					int equals = word.indexOf('=');
					String value = word.substring(equals + 1);
					return !value.startsWith("$") && SetRules.secret(word.substring(0, equals), value);
				});
		return created || separate || set;
	}

}
