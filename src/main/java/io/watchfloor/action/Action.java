package io.watchfloor.action;

import io.watchfloor.kernel.Risk;

/**
 * A typed operation on one target: a record of typed parameters, implemented in a
 * connector. Its parameters must survive JSON and back unchanged.
 */
public interface Action {

	/** What it can do at worst. */
	Risk risk();

	/** What it does, in a few words: "Delete keys matching health_score:*". */
	String title();

	/** The equivalent line of the tool that people know, for display and copying only. */
	String commandLine();

}
