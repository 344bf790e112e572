package io.watchfloor.audit.persistence;

import java.sql.SQLException;

/** What a failed statement says of its effect. */
record Failure(SQLException cause) {

	/**
	 * Whether the server went away instead of answering, so that a commit may have
	 * happened.
	 */
	boolean lost() {
		String state = this.cause.getSQLState();
		return state == null || state.startsWith("08") || state.startsWith("57P");
	}

	/** Whether the server refused because another writer was first. */
	boolean headMoved() {
		String state = this.cause.getSQLState();
		return "23505".equals(state) || "23000".equals(state);
	}

}
