package io.watchfloor.action.compose;

import io.watchfloor.action.CommandUnwrapper;

/** The unwrapper of {@code docker exec}, for tests of other connectors. */
public final class Unwrappers {

	private Unwrappers() {
	}

	/** A new one. */
	public static CommandUnwrapper exec() {
		return new ExecUnwrapper();
	}

}
