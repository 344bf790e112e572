package io.watchfloor.action.prometheus;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Asks Prometheus for the value of an expression now.
 *
 * @param expression in PromQL, on one line
 */
public record PromQuery(String expression) implements Action {

	public PromQuery {
		expression = PromQl.demand(expression);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Query metrics: " + this.expression;
	}

	@Override
	public String commandLine() {
		return "curl -sS -G /api/v1/query --data-urlencode " + Shell.quote("query=" + this.expression);
	}

}
