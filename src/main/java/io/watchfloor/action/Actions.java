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

	/**
	 * Reads a pipeline by the connector whose tool it names; what carries the command and
	 * what filters its answer is read here.
	 */
	Understanding<ActionCall> understand(Pipeline pipeline);

	/**
	 * Reads one statement of a code block that is no shell.
	 * @param language as behind the fence, in lower case
	 */
	Understanding<ActionCall> understand(String language, String text);

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

	/** As {@link #read(Action, Target, RunContext)}, of which the filters keep a part. */
	Reading read(Action action, Filters filters, Target target, RunContext context);

	/**
	 * Values that a parameter of an action can have right now, best first; none where
	 * nobody knows, or when the target does not answer in three seconds.
	 * @param action the action with its other parameters
	 * @param parameter by the name it has in JSON
	 */
	List<String> suggest(Action action, String parameter, Target target);

	/** What all connectors know to be wrong with a command. */
	List<Finding> findings(CommandLine line);

	/** Every rule of {@link #findings}, by id. */
	List<Rule> rules();

	/**
	 * Works out a plan, redacted, and its fingerprint.
	 * @throws io.watchfloor.kernel.Problem when the state cannot be read or forbids the
	 * action
	 */
	Preview preview(Action action, Target target);

	/** The handler of a changing action. */
	ChangeHandler<Action> changes(Action action);

}
