package io.watchfloor.action;

import java.util.Set;

/**
 * An action that somebody will want to do.
 *
 * @param open texts among its parameters that stand in for what a person fills in later
 */
public record ActionUse(Action action, Set<String> open) {

	public ActionUse {
		open = Set.copyOf(open);
	}

	/** One whose parameters all say what they say. */
	public ActionUse(Action action) {
		this(action, Set.of());
	}

}
