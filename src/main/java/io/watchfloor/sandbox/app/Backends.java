package io.watchfloor.sandbox.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.watchfloor.sandbox.server.PostgresServer;

/**
 * Watches and ends connections from outside, by their process ids: asking through a held
 * connection itself would change what the server's activity shows of it.
 */
public final class Backends {

	private final PostgresServer server;

	public Backends(PostgresServer server) {
		this.server = server;
	}

	/** Which of these are still there. */
	public Set<Integer> alive(Collection<Integer> pids) {
		return pids.isEmpty() ? Set.of() : query("select pid from pg_stat_activity where pid = any(?)", pids);
	}

	/** Ends these. */
	public void terminate(Collection<Integer> pids) {
		if (!pids.isEmpty()) {
			query("select pid from pg_stat_activity where pid = any(?) and pg_terminate_backend(pid)", pids);
		}
	}

	private Set<Integer> query(String sql, Collection<Integer> pids) {
		try (Connection connection = this.server.connectAsSuperuser("postgres");
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setArray(1, connection.createArrayOf("integer", pids.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				Set<Integer> found = new HashSet<>();
				while (rows.next()) {
					found.add(rows.getInt(1));
				}
				return found;
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException("The sandbox's PostgreSQL does not answer", failure);
		}
	}

}
