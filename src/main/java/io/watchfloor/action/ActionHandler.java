package io.watchfloor.action;

/** A connector's bean that knows one kind of action. */
public sealed interface ActionHandler<A extends Action> permits ReadHandler, ChangeHandler {

	/** Which kind. */
	ActionType<A> type();

}
