package io.watchfloor.action;

import io.watchfloor.catalog.Target;

/** Handles an action of risk READ. */
public non-sealed interface ReadHandler<A extends Action> extends ActionHandler<A> {

	/**
	 * Reads live state. No data and nonsense are an unknown {@link Reading} that says
	 * why; a {@link io.watchfloor.kernel.Problem} for no answer or a refusal becomes one
	 * in {@link Actions#read} (law 4).
	 */
	Reading read(A action, Target target, RunContext context);

}
