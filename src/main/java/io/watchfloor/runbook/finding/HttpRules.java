package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of HTTP, supply chain and backups. */
final class HttpRules {

	static final List<LineRule> ALL = List.of(
			LineRule.of("http/load-test", Severity.DANGER, "A load test goes to a live system",
					"It takes capacity from people, and what it writes stays. Aim it at a copy.",
					"It writes where people work.",
					line("^\\s*(k6\\s+run|ab\\s+-|wrk\\s|hey\\s|locust\\b|siege\\s|artillery\\b)")),
			LineRule.of("http/wrong-api", Severity.ERROR, "The service has another interface",
					"The path or the kind of sign-in does not exist there (any more). See the service's present reference.",
					"It answers with an error.",
					line("zendesk\\.com.*Bearer|Bearer.*zendesk\\.com|api\\.openai\\.com/v1/usage|\\bpagerduty\\s+ack\\b|status\\.zendesk\\.com/api/v2/")),
			LineRule.of("http/unpinned-scanner", Severity.WARNING, "The scan never fails",
					"Without --exit-code 1 findings do not stop anything.", "Findings pass.",
					line("\\btrivy\\s+(image|fs|config)\\b").and(line("--exit-code").negate())),
			LineRule.of("http/missing-backup", Severity.WARNING, "A name such as 'latest' may never be made",
					"Restores look for it, and nothing writes it. Choose from the backups that are there.",
					"Check that something makes it.",
					line("(?i)(backup|snapshot|dump|restore|db)[\\w/.-]*[-_/]latest\\b|\\blatest[-_](backup|snapshot|dump)")
						.and(block("(?i)restor|recover"))));

	private HttpRules() {
	}

}
