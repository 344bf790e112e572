package io.watchfloor.action;

import java.util.List;

import io.watchfloor.catalog.Target;

/**
 * A connector's bean that knows which values a parameter can have right now: the task
 * definitions that exist, the namespaces, the pods.
 */
public interface InputSuggestions {

	/** Whether it knows anything about a parameter, by the name it has in JSON. */
	boolean knows(ActionType<?> type, String parameter);

	/**
	 * Reads the values that exist, best first. Called with a deadline of three seconds.
	 * @param action the action with its other parameters; the one that is asked for holds
	 * a sample
	 */
	List<String> suggest(Action action, String parameter, Target target);

}
