package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of HTTP, supply chain and backups. */
final class HttpRules {

	static final List<LineRule> ALL = List.of(LineRule.of("http/curl-brackets", Severity.ERROR,
			"curl refuses brackets in an address",
			"{…} and […] are patterns to curl: it ends with an error, and an empty answer passes a check. Use --data-urlencode with -G, or --globoff.",
			"The address is not sent.",
			line("curl\\b[^|;]*https?://[^\\s\\\"']*[^$\\\"'\\s](\\{|\\[)|curl\\b[^|;]*[\\\"']https?://[^\\\"']*(\\{[a-z]|\\[\\d)")
				.and(line("\\s-g\\b|--globoff|--data-urlencode|\\{[\\w-]+\\}|\\[::").negate())),
			LineRule.of("http/json-as-text", Severity.WARNING, "JSON is searched as text",
					"A blank behind the colon, and nothing is found. Use jq.", "One blank hides every line.",
					line("grep\\b[^|]*[\\\\\\\"']+level[\\\\\\\"']+:[\\\\\\\"']+")),
			LineRule.of("http/load-test", Severity.DANGER, "A load test goes to a live system",
					"It takes capacity from people, and what it writes stays. Aim it at a copy.",
					"It writes where people work.",
					line("^\\s*(k6\\s+run|ab\\s+-|wrk\\s|hey\\s|locust\\b|siege\\s|artillery\\b)")),
			LineRule.of("http/wrong-api", Severity.ERROR, "The service has another interface",
					"The path or the kind of sign-in does not exist there (any more). See the service's present reference.",
					"It answers with an error.",
					line("zendesk\\.com.*Bearer|Bearer.*zendesk\\.com|api\\.openai\\.com/v1/usage|\\bpagerduty\\s+ack\\b")),
			LineRule.of("http/verifies-anybody", Severity.ERROR, "Any signature passes",
					"Without identity and issuer, or a key, cosign refuses or accepts anybody's. Name who must have signed, and stop when it fails.",
					"Nobody is named.",
					line("\\bcosign\\s+verify\\b").and(line("--certificate-identity|--key").negate())),
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
