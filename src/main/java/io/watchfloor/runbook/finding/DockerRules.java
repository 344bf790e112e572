package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of Docker and Compose. */
final class DockerRules {

	static final List<LineRule> ALL = List.of(
			LineRule.of("docker/down-before-up", Severity.DANGER,
					"The service goes down before the new version is there",
					"When the pull fails, nothing runs. 'pull' first, then 'up -d' replaces what changed.",
					"Between the two nothing runs.",
					line("docker[- ]compose\\b.*\\bdown\\b").and(block("docker[- ]compose\\b.*\\b(pull|up)\\b"))),
			LineRule.of("docker/prune", Severity.DANGER, "Prune removes what nobody uses right now",
					"Stopped containers, old images and, with --volumes, data: also what you would go back to.",
					"The way back goes with it.",
					line("docker\\s+(system|volume|image|container|builder)\\s+prune|docker\\s+rmi\\s+\\$\\(|docker\\s+rm\\s+.*\\$\\(docker\\s+ps")),
			LineRule.of("docker/pull-by-tag", Severity.ERROR, "pull takes a service, not a version",
					"'service:tag' is refused, and the old version comes up again. Set the version in the file, and bring the service up.",
					"No version changes.", line("docker[- ]compose\\b.*\\bpull\\s+[\\w-]+:[\\w.$<{-]+")),
			LineRule.of("docker/old-compose", Severity.ERROR, "docker-compose 1 has no such option",
					"'ps --format' came with version 2. Use 'docker compose'.", "It ends with an error.",
					line("docker-compose\\b.*\\bps\\b.*--format")),
			LineRule.of("docker/status-as-text", Severity.WARNING, "The state is guessed from a table",
					"Its header counts as a line, and 'Up (unhealthy)' holds 'Up'. Read the state as JSON, or by Watchfloor.",
					"A header and 'unhealthy' match too.",
					line("docker([- ]compose)?\\b.*\\bps\\b[^|]*\\|\\s*(grep|wc|awk)")),
			LineRule.of("docker/not-rolling", Severity.WARNING, "This restart is not rolling",
					"All containers of the service stop together. Say how long it is down.", "There is a gap.",
					line("docker[- ]compose\\b.*\\brestart\\b").and(block("(?i)rolling|zero.downtime|no downtime"))),
			LineRule.of("docker/jq-on-prefixed-logs", Severity.ERROR, "Each line starts with the service's name",
					"jq stops at the first line. Use --no-log-prefix.", "The prefix is no JSON.",
					line("docker[- ]compose\\b[^|]*\\blogs\\b[^|]*\\|[^|]*\\bjq\\b")
						.and(line("--no-log-prefix").negate())),
			LineRule.of("docker/socket-mounted", Severity.DANGER, "The container gets the host",
					"Whoever holds docker.sock is root on the machine. Scan the image from a file or the registry.",
					"The scanner is root on the host.", line("/var/run/docker\\.sock")));

	private DockerRules() {
	}

}
