package io.watchfloor.action;

import io.watchfloor.catalog.Target;

/** Handles an action of risk READ. */
public non-sealed interface ReadHandler<A extends Action> extends ActionHandler<A> {

	/**
	 * Reads live state. Never throws for a target's trouble: no answer, no data and
	 * nonsense are an unknown {@link Reading} that says why (law 4).
	 */
	Reading read(A action, Target target, RunContext context);

}
