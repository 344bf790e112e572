package io.watchfloor.action.prometheus;

import java.util.List;

import io.watchfloor.action.Severity;
import io.watchfloor.action.TextFindings;
import org.springframework.stereotype.Component;

/** What is wrong with queries in PromQL. */
@Component
class PromRules extends TextFindings {

	private static final String COUNTED = "(?:rate|irate|increase|delta|resets|changes|absent|absent_over_time)";

	PromRules() {
		super(List.of(Sign.of(
				rule("promql/ratio-of-itself", Severity.ERROR, "The ratio divides something by itself",
						"It is always 1, whatever happens. Divide by the count of all requests."),
				"rate\\(\\s*(\\w+(?:\\{[^}]*})?)\\s*\\[[^\\]]*]\\s*\\)[\\s)]*/[\\s(]*(?:sum\\s*\\(\\s*)?rate\\(\\s*\\1\\s*\\["),
				Sign.of(rule("promql/errors-over-errors", Severity.ERROR, "Errors are divided by errors",
						"The ratio is always near 1. Divide by the count of all requests."),
						"rate\\(\\s*(\\w*errors?\\w*)[{\\[].*/.*rate\\(\\s*\\1\\b"),
				Sign.of(rule("promql/counter-without-rate", Severity.WARNING, "A counter says nothing by itself",
						"It only grows, and starts anew at a restart. Ask for its rate or increase."),
						"^(?!.*\\b" + COUNTED
								+ "\\s*\\()(?=.*(?:api/v1/query|promtool query|^\\s*[a-z_]+\\s*(?:\\{|>|<|$)))(?:.*\\W|)[a-z_]\\w*_total\\b"),
				Sign.of(rule("promql/quantile-of-totals", Severity.WARNING,
						"The quantile is over all time since the start",
						"Without rate a slow last minute does not show. Use rate(…_bucket[5m])."),
						"histogram_quantile\\s*\\(\\s*[0-9.]+\\s*,\\s*(?!.*\\b(?:rate|increase|irate)\\s*\\()"),
				Sign.of(rule("promql/down-needs-absent", Severity.WARNING, "A metric that vanishes raises no alarm",
						"up == 0 finds nothing once the target is gone. Add absent(up{…})."),
						"\\bup\\s*(?:\\{[^}]*})?\\s*==\\s*0")
					.unless("absent"),
				Sign.of(rule("promql/job-is-a-label", Severity.ERROR, "The job of a target is always null here",
						"In the answer of /api/v1/targets the job stands in .labels.job."),
						"activeTargets.*(?:job:\\s*\\.job\\b|\\|\\s*\\.job\\b)")
					.safer((line) -> line.replaceAll("job:\\s*\\.job\\b", "job: .labels.job"))));
	}

}
