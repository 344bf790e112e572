package io.watchfloor.action;

/** How a command line names what it wants to reach. */
public sealed interface TargetHint {

	/** A variable: {@code $DATABASE_URL}. */
	record Variable(String name) implements TargetHint {
	}

	/** An address or name as written: a URL, a host, a container, a database. */
	record Written(String text) implements TargetHint {
	}

	/** Not named: the only target of the action's kind. */
	record Unnamed() implements TargetHint {
	}

}
