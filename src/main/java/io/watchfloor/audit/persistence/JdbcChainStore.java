package io.watchfloor.audit.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.AuditSettings;
import io.watchfloor.audit.ChainHead;
import io.watchfloor.audit.ChainStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Repository;

/** The chain in PostgreSQL. Used by one thread at a time. */
@Repository
class JdbcChainStore implements ChainStore, DisposableBean {

	private static final int ATTEMPTS = 3;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final DataSource source;

	private final Duration patience;

	private @Nullable ChainConnection open;

	JdbcChainStore(DataSource source, AuditSettings settings) {
		this.source = source;
		this.patience = settings.patience();
	}

	@Override
	public synchronized Result append(Function<ChainHead, List<AuditRecord>> next) {
		SQLException failed = new SQLException("not tried");
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				return attempt(connection(), next);
			}
			catch (SQLException again) {
				close();
				failed = again;
				if (!helpsToTryAgain(again)) {
					break;
				}
			}
		}
		return new Result.NotWritten(failed);
	}

	@Override
	public synchronized boolean answers() {
		try {
			ChainConnection connection = connection();
			connection.takeTurn();
			connection.rollback();
			return true;
		}
		catch (SQLException down) {
			close();
			return false;
		}
	}

	@Override
	public synchronized void destroy() {
		close();
	}

	// Up to the commit an exception means that nothing was written
	private Result attempt(ChainConnection connection, Function<ChainHead, List<AuditRecord>> next)
			throws SQLException {
		List<AuditRecord> records = insert(connection, next);
		if (records.isEmpty()) {
			connection.rollback();
			return new Result.Written(records);
		}
		try {
			connection.commit();
			return new Result.Written(records);
		}
		catch (SQLException lost) {
			return settle(records.getLast(), records, lost);
		}
	}

	private static List<AuditRecord> insert(ChainConnection connection, Function<ChainHead, List<AuditRecord>> next)
			throws SQLException {
		try {
			List<AuditRecord> records = next.apply(connection.takeTurn());
			if (!records.isEmpty()) {
				connection.insert(records);
			}
			return records;
		}
		catch (RuntimeException unforeseen) {
			throw new SQLException("the records could not be made: " + unforeseen, unforeseen);
		}
	}

	/**
	 * Finds out on a new connection whether the commit happened. Having the turn proves
	 * that the lost transaction ended; the last record then stands for the whole commit.
	 */
	private Result settle(AuditRecord last, List<AuditRecord> records, SQLException lost) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		do {
			close();
			try {
				ChainConnection connection = connection();
				connection.takeTurn();
				boolean held = connection.holds(last);
				connection.rollback();
				return held ? new Result.Written(records) : new Result.NotWritten(lost);
			}
			catch (SQLException again) {
				lost.addSuppressed(again);
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
		while (System.nanoTime() - deadline < 0);
		close();
		return new Result.Unsettled(lost);
	}

	// A connection that died while idle, or another writer that did not take its turn
	private static boolean helpsToTryAgain(SQLException failed) {
		String state = failed.getSQLState();
		return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("23505"));
	}

	private ChainConnection connection() throws SQLException {
		ChainConnection connection = this.open;
		if (connection == null) {
			connection = new ChainConnection(this.source, this.patience);
			this.open = connection;
		}
		return connection;
	}

	private void close() {
		try (ChainConnection closing = this.open) {
			this.open = null;
			if (closing != null) {
				closing.rollback();
			}
		}
		catch (SQLException alreadyGone) {
			// It is given up either way
		}
	}

}
