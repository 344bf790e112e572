package io.watchfloor.action;

import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.Target;

/** Handles an action that changes something. */
public non-sealed interface ChangeHandler<A extends Action> extends ActionHandler<A> {

	/**
	 * Works out from live state what the action will do. Changes nothing.
	 * @throws io.watchfloor.kernel.Problem when the state cannot be read or forbids the
	 * action
	 */
	Plan plan(A action, Target target);

	/**
	 * Makes exactly the plan's calls, announcing each to the context before it goes out.
	 * Runs only after the state was read again and still had the plan's markers.
	 */
	Outcome execute(A action, Plan plan, Target target, RunContext context);

	/** Looks once whether the plan's done-when holds now. */
	Verification verify(A action, Plan plan, Target target);

	/**
	 * Finds out, after an interruption, whether the change happened. Changes nothing (law
	 * 5).
	 */
	Settlement probe(A action, Plan plan, Target target);

	/**
	 * As {@link #probe(Action, Plan, Target)}, with the ledger that the interrupted
	 * attempt kept.
	 * @param kept the lines of {@link RunContext#keep}, in order
	 */
	default Settlement probe(A action, Plan plan, Target target, List<String> kept) {
		return probe(action, plan, target);
	}

	/**
	 * How to put it back from what the plan recorded, or empty where the plan says why
	 * not.
	 */
	Optional<Action> undo(A action, Plan plan);

}
