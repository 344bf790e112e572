package io.watchfloor.audit.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.ChainHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The writer's own connection. It is kept between commits: a caller that appends may hold
 * one of the pool's, and all of them could wait for a writer that waits for the pool.
 */
final class ChainConnection implements AutoCloseable {

	private static final String HEAD = "select sequence, hash from audit.record order by sequence desc limit 1";

	private static final String HOLDS = "select 1 from audit.record where sequence = ? and hash = ?";

	private static final String INSERT = """
			with turn as materialized (select pg_advisory_xact_lock(33608090995943796))
			insert into audit.record (sequence, recorded_at, actor_id, actor_name, action, target,
			                          plan_fingerprint, reason, result, details, previous_hash, hash)
			select n.sequence, n.recorded_at::timestamptz, n.actor_id, n.actor_name, n.action, n.target,
			       n.plan_fingerprint, n.reason, n.result, n.details::jsonb,
			       decode(n.previous_hash, 'hex'), decode(n.hash, 'hex')
			  from turn, unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
			              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
			       as n(sequence, recorded_at, actor_id, actor_name, action, target, plan_fingerprint,
			            reason, result, details, previous_hash, hash)""";

	private static final JsonMapper JSON = new JsonMapper();

	// One lock for all nodes of a database, "wfaudit" in ASCII; it goes with the
	// transaction
	private static final String TURN = "select pg_advisory_xact_lock(33608090995943796)";

	private final Connection connection;

	ChainConnection(DataSource source, Duration patience) throws SQLException {
		this.connection = source.getConnection();
		long milliseconds = patience.toMillis();
		// A server that vanished without a word must not hold the writer
		this.connection.setNetworkTimeout(Runnable::run, Math.toIntExact(milliseconds + 1000));
		this.connection.setAutoCommit(true);
		// The one statement has nothing to plan anew for each batch
		execute("set statement_timeout = %1$d; set lock_timeout = %1$d; set plan_cache_mode = force_generic_plan"
			.formatted(milliseconds));
	}

	/**
	 * Begins, waits until no other node writes, and returns where the chain stands then.
	 */
	ChainHead takeTurn() throws SQLException {
		this.connection.setAutoCommit(false);
		execute(TURN);
		// A statement of its own: its snapshot must be younger than the lock
		try (PreparedStatement statement = this.connection.prepareStatement(HEAD);
				ResultSet rows = statement.executeQuery()) {
			return rows.next() ? new ChainHead(rows.getLong(1), HexFormat.of().formatHex(rows.getBytes(2)))
					: ChainHead.EMPTY;
		}
	}

	/**
	 * Begins, waits for the turn, inserts and commits, all in one message. When another
	 * node's records came first, the server refuses.
	 */
	void insertAlone(List<AuditRecord> records) throws SQLException {
		this.connection.setAutoCommit(true);
		insert(records);
	}

	boolean holds(AuditRecord record) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(HOLDS)) {
			statement.setLong(1, record.sequence());
			statement.setBytes(2, HexFormat.of().parseHex(record.hash()));
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

	void insert(List<AuditRecord> records) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(INSERT)) {
			Columns columns = new Columns(statement, records);
			columns.add("bigint", AuditRecord::sequence);
			columns.add("text", (record) -> record.recordedAt().toString());
			columns.add("text", (record) -> record.actor().id());
			columns.add("text", (record) -> record.actor().name());
			columns.add("text", AuditRecord::action);
			columns.add("text", AuditRecord::target);
			columns.add("text", AuditRecord::planFingerprint);
			columns.add("text", AuditRecord::reason);
			columns.add("text", AuditRecord::result);
			columns.add("text", (record) -> JSON.writeValueAsString(record.details()));
			columns.add("text", AuditRecord::previousHash);
			columns.add("text", AuditRecord::hash);
			statement.executeUpdate();
		}
	}

	void commit() throws SQLException {
		this.connection.commit();
	}

	void rollback() throws SQLException {
		this.connection.rollback();
	}

	/** Gives it back to the pool as it was. */
	@Override
	public void close() throws SQLException {
		try (this.connection) {
			if (!this.connection.getAutoCommit()) {
				this.connection.rollback();
				this.connection.setAutoCommit(true);
			}
			execute("reset statement_timeout; reset lock_timeout; reset plan_cache_mode");
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Binds one array for each column. */
	private static final class Columns {

		private final PreparedStatement statement;

		private final List<AuditRecord> records;

		private int bound;

		private Columns(PreparedStatement statement, List<AuditRecord> records) {
			this.statement = statement;
			this.records = records;
		}

		private void add(String type, Function<AuditRecord, @Nullable Object> value) throws SQLException {
			Object[] values = this.records.stream().map(value).toArray();
			this.statement.setArray(++this.bound, this.statement.getConnection().createArrayOf(type, values));
		}

	}

}
