package io.watchfloor.action.prometheus;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Asks Prometheus for the values of an expression over a time.
 *
 * @param expression in PromQL, on one line
 * @param start an instant as Prometheus writes it
 * @param end an instant as Prometheus writes it
 * @param step a duration or seconds
 */
public record PromRange(String expression, String start, String end, String step) implements Action {

	public PromRange {
		expression = PromQl.demand(expression);
		PromQl.demandInstant(start);
		PromQl.demandInstant(end);
		PromQl.demandStep(step);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Query metrics over time: " + this.expression;
	}

	@Override
	public String commandLine() {
		return "curl -sS -G /api/v1/query_range --data-urlencode " + Shell.quote("query=" + this.expression)
				+ " --data-urlencode " + Shell.quote("start=" + this.start) + " --data-urlencode "
				+ Shell.quote("end=" + this.end) + " --data-urlencode " + Shell.quote("step=" + this.step);
	}

}
