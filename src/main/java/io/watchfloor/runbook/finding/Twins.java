package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.runbook.RunbookFinding;

/**
 * Rules about a text that connectors know more exactly, where they understand the words:
 * what a connector says, the rule about the text does not say again.
 */
final class Twins {

	private static final Map<String, Set<String>> SAID_BY = Map.ofEntries(
			Map.entry("pg/restore-goes-on", Set.of("pg/restore-ignores-errors")),
			Map.entry("pg/restore-clean", Set.of("pg/restore-into-live")),
			Map.entry("pg/terminates-everybody", Set.of("pg/terminate-by-filter")),
			Map.entry("pg/change-without-where", Set.of("pg/no-condition")),
			Map.entry("pg/promote-without-fence", Set.of("aws/promote-without-fence")),
			Map.entry("pg/migration-taken-back", Set.of("host/downgrade", "host/downgrade-base")),
			Map.entry("aws/absolute-capacity", Set.of("aws/absolute-count")),
			Map.entry("aws/open-to-all", Set.of("aws/public-address", "aws/ingress-without-end")),
			Map.entry("aws/applies-everything", Set.of("aws/class-change-now")),
			Map.entry("k8s/secret-in-arguments", Set.of("kubectl/secret-on-command-line")),
			Map.entry("aws/stack-incomplete", Set.of("aws/capabilities-missing")),
			Map.entry("aws/two-database-kinds", Set.of("aws/cluster-only")),
			Map.entry("docker/down-before-up", Set.of("compose/down-before-up")),
			Map.entry("docker/jq-on-prefixed-logs", Set.of("compose/logs-not-json")),
			Map.entry("docker/old-compose", Set.of("compose/ps-format-old")),
			Map.entry("docker/prune", Set.of("docker/prune-all", "docker/prune-volumes")),
			Map.entry("docker/without-production-file", Set.of("compose/files-not-named")),
			Map.entry("redis/evicts-anything", Set.of("redis/evicts-everything")),
			Map.entry("redis/keys", Set.of("redis/keys-blocks")),
			Map.entry("shell/pipe-hides-failure", Set.of("pg/dump-pipe-hides-failure")),
			Map.entry("shell/overwrites-file", Set.of("pg/dump-overwrites")),
			Map.entry("shell/removes-without-limit", Set.of("host/rm-everything", "host/rm-variable")),
			Map.entry("shell/prints-secret", Set.of("aws/secret-printed")),
			Map.entry("shell/secret-on-command-line",
					Set.of("aws/secret-on-command-line", "kubectl/secret-on-command-line", "pg/password-on-line",
							"redis/password-on-line", "redis/password-in-processes")));

	private Twins() {
	}

	/** Without what another finding of the same lines says already. */
	static List<RunbookFinding> once(List<RunbookFinding> findings) {
		return findings.stream().filter((finding) -> !isSaid(finding, findings)).toList();
	}

	private static boolean isSaid(RunbookFinding finding, List<RunbookFinding> all) {
		Set<String> by = SAID_BY.getOrDefault(finding.rule().id(), Set.of());
		return !by.isEmpty() && all.stream()
			.anyMatch((other) -> by.contains(other.rule().id()) && other.lines().first() <= finding.lines().last()
					&& finding.lines().first() <= other.lines().last());
	}

}
