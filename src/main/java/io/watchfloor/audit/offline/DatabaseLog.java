package io.watchfloor.audit.offline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The log in a database, read as the lines an export would have. */
public final class DatabaseLog implements LogVerification.Log {

	private static final String LINES = """
			select json_build_object('sequence', sequence,
			    'recordedAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
			    'actorId', actor_id, 'actorName', actor_name, 'action', action, 'target', target,
			    'planFingerprint', plan_fingerprint, 'reason', reason, 'result', result, 'details', details,
			    'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))::text
			  from audit.record order by sequence""";

	private final Connection connection;

	/** Reads over this connection, in one transaction of its own. */
	public DatabaseLog(Connection connection) {
		this.connection = connection;
	}

	@Override
	public void read(ChainCheck check) throws IOException, BrokenChain {
		try {
			// Without, the driver would fetch every row at once
			this.connection.setAutoCommit(false);
			try (Statement statement = this.connection.createStatement()) {
				statement.setFetchSize(1000);
				read(statement, check);
			}
		}
		catch (SQLException failure) {
			throw new IOException("the database: " + failure.getMessage(), failure);
		}
	}

	private static void read(Statement statement, ChainCheck check) throws SQLException, BrokenChain {
		try (ResultSet rows = statement.executeQuery(LINES)) {
			for (long number = 1; rows.next(); number++) {
				check.accept(ExportLine.parse(rows.getString(1), number).record());
			}
		}
	}

}
