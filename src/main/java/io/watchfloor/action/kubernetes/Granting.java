package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;

/** A handler that says what its actions must be granted, from preview to undoing. */
interface Granting<A extends Action> {

	/** Which kind of action. */
	ActionType<A> type();

	/** Adds what an action needs. */
	void needs(A action, Needs needs);

}
