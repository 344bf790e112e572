package io.watchfloor.db;

/**
 * How long a transaction may wait for its own node. A node that is paused in the middle
 * of one would otherwise hold its locks for as long as it sleeps, the audit log's turn
 * among them, and nobody could take over. PostgreSQL ends it; whoever wakes up finds the
 * connection gone.
 */
public final class IdleTransactions {

	/** What each connection says first; shorter than a node may be silent. */
	public static final String LIMIT = "set idle_in_transaction_session_timeout = '6s'";

	private IdleTransactions() {
	}

}
