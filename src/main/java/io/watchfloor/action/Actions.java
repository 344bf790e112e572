package io.watchfloor.action;

import java.util.List;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;

/** The one door to all connectors: finds handlers, readers and targets. */
public interface Actions {

	/** The kind of an action. */
	ActionType<?> type(Action action);

	/** Writes an action as JSON: {@code {"type": …, "parameters": {…}}}. */
	String write(Action action);

	/**
	 * Reads what {@link #write} wrote.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD} for an
	 * unknown type, or an unknown, missing or misshapen parameter
	 */
	Action read(String json);

	/** Reads a pipeline by the connector whose tool it names. */
	Understanding<ActionCall> understand(Pipeline pipeline);

	/**
	 * The targets of an environment that a call can mean; exactly one when it is
	 * unambiguous.
	 */
	List<Target> candidates(ActionCall call, Environment environment);

	/**
	 * Runs a READ action. A target's trouble is an unknown reading, never an exception;
	 * secrets are redacted.
	 */
	Reading read(Action action, Target target, RunContext context);

	/**
	 * Works out a plan, redacted, and its fingerprint.
	 * @throws io.watchfloor.kernel.Problem when the state cannot be read or forbids the
	 * action
	 */
	Preview preview(Action action, Target target);

	/** The handler of a changing action. */
	ChangeHandler<Action> changes(Action action);

}
