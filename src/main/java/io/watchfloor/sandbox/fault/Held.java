package io.watchfloor.sandbox.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection that a fault holds.
 *
 * @param connection the client's end
 * @param pid the server's process
 */
record Held(Connection connection, int pid) {

	static Held of(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
			rows.next();
			return new Held(connection, rows.getInt(1));
		}
	}

	void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Rolls back and gives the connection back. */
	void letGo() {
		try {
			this.connection.rollback();
		}
		catch (SQLException alreadyEnded) {
			// Terminated from outside: nothing is left to roll back.
		}
		close();
	}

	/** Closes the client's end. */
	void close() {
		try {
			this.connection.close();
		}
		catch (SQLException alreadyEnded) {
			// Terminated from outside: nothing is left to close.
		}
	}

}
