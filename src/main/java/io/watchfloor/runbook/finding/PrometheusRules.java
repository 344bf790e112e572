package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of Prometheus. */
final class PrometheusRules {

	static final List<LineRule> ALL = List.of(LineRule.of("prom/divides-by-itself", Severity.ERROR,
			"The ratio is always one",
			"Without sum() each series is divided by the one with the same labels, which is itself. Put sum() around both.",
			"sum() is missing.", line("rate\\(\\s*(\\w+)\\{[^}]*\\}\\[[^\\]]+\\]\\s*\\)\\s*/\\s*rate\\(\\s*\\1\\b")),
			LineRule.of("prom/errors-per-second", Severity.WARNING, "A number per second is no share",
					"At little traffic it never fires, at much it always does. Divide by all requests, with a minimum of traffic.",
					"It does not know how much traffic there is.",
					line("rate\\(\\s*\\w+\\{[^}]*(status|code)[^}]*5[^}]*\\}\\[[^\\]]+\\]\\s*\\)\\s*>\\s*[\\d.]+")),
			LineRule.of("prom/silent-when-gone", Severity.WARNING, "It is silent when the figure is gone",
					"When the process is not scraped any more, there is nothing to compare. Add absent().",
					"Nothing fires when it vanishes.",
					line("\\bup\\{[^}]*\\}\\s*==\\s*0|==\\s*0\\s*$").and(line("absent").negate())));

	private PrometheusRules() {
	}

}
