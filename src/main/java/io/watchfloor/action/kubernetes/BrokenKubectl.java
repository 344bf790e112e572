package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Severity;
import io.watchfloor.action.kubernetes.KubectlRules.Check;

/** Lines that today's kubectl refuses, or that do other than they say. */
final class BrokenKubectl {

	/** Flags that are gone, by verb; {@code *} for all (tried with kubectl 1.32). */
	static final Map<String, Set<String>> GONE = Map.of("*",
			Set.of("--export", "--show-all", "--include-uninitialized", "--include-extended-apis"), "drain",
			Set.of("--delete-local-data"), "version", Set.of("--short"), "run",
			Set.of("--generator", "--replicas", "--serviceaccount", "--limits", "--requests", "--schedule",
					"--service-overrides"),
			"top", Set.of("--heapster-namespace", "--heapster-port", "--heapster-scheme", "--heapster-service"),
			"autoscale", Set.of("--generator"));

	static final List<Check> CHECKS = List.of(
			Check
				.of(Severity.ERROR, "removed-flag", "A flag that kubectl no longer has",
						"kubectl refuses the whole line because of it, and it does so in the middle of an incident."
								+ " --export is gone since 1.18, --generator and --replicas of run since 1.18,"
								+ " --delete-local-data is now --delete-emptydir-data, version --short since 1.28.",
						BrokenKubectl::gone)
				.safer((line) -> line.replace("--delete-local-data", "--delete-emptydir-data")
					.replace(" --short", "")
					.replace(" --export", "")),
			Check.of(Severity.ERROR, "removed-command", "A command that kubectl no longer has",
					"rolling-update is gone since 1.18 (use rollout restart or set image), convert since 1.20.",
					(line) -> line.is("rolling-update", "convert")),
			Check.of(Severity.ERROR, "exec-without-dashes", "kubectl exec without -- before the command",
					"kubectl refuses it: the command and its own flags belong behind two dashes.",
					(line) -> line.is("exec") && !line.words().contains("--") && line.plain().size() > 1),
			Check.of(Severity.ERROR, "logs-without-target", "kubectl logs without a pod",
					"It needs a pod, TYPE/NAME or -l LABEL; as written it prints an error, and no evidence is kept.",
					(line) -> line.is("logs") && line.plain().isEmpty() && !line.has("-l", "--selector")),
			Check.of(Severity.ERROR, "repeated-flag", "A flag that counts only once is given twice",
					"kubectl takes the last one and says nothing, so the first condition does not hold. Join them with a"
							+ " comma in one flag.",
					(line) -> line.count("--field-selector") > 1 || line.count("-l") + line.count("--selector") > 1
							|| line.count("-n") + line.count("--namespace") > 1),
			Check.of(Severity.ERROR, "drain-without-ignore-daemonsets", "kubectl drain without --ignore-daemonsets",
					"Nearly every cluster runs daemon sets on its nodes; kubectl then refuses to drain, with the node"
							+ " already cordoned.",
					(line) -> line.is("drain") && !line.has("--ignore-daemonsets"))
				.safer((line) -> line + " --ignore-daemonsets"),
			Check.of(Severity.WARNING, "dry-run-without-value", "--dry-run without client or server",
					"It is deprecated and rehearses nothing on the server. --dry-run=server asks the cluster.",
					(line) -> line.words()
						.stream()
						.anyMatch(Set.of("--dry-run", "--dry-run=true", "--dry-run=false")::contains)),
			Check.of(Severity.INFO, "record-deprecated", "--record is deprecated",
					"It writes the command into an annotation and will go. Annotate kubernetes.io/change-cause instead.",
					(line) -> line.has("--record"))
				.safer((line) -> line.replaceAll(" --record(=true)?", "")));

	private BrokenKubectl() {
	}

	private static boolean gone(Spoken line) {
		Set<String> ofVerb = GONE.getOrDefault(line.verb(), Set.of());
		return line.has(ofVerb.toArray(String[]::new))
				|| line.has(GONE.getOrDefault("*", Set.of()).toArray(String[]::new));
	}

}
