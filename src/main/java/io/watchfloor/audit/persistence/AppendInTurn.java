package io.watchfloor.audit.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.ChainHead;
import io.watchfloor.audit.ChainStore.Result;
import org.jspecify.annotations.Nullable;

/**
 * One append that holds the turn while it reads the head, and goes on until it knows what
 * became of records whose commit got no answer, or until its time is over. Records in
 * doubt are sent again unchanged while the head is theirs: then a first message that
 * arrives late finds its place taken, and they cannot be there twice. When the head has
 * moved, their place is taken by others.
 */
final class AppendInTurn {

	private static final int ATTEMPTS = 3;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final JdbcChainStore store;

	private final Function<ChainHead, List<AuditRecord>> next;

	private final long deadline;

	private List<AuditRecord> doubtful = List.of();

	private @Nullable SQLException lost;

	AppendInTurn(JdbcChainStore store, Function<ChainHead, List<AuditRecord>> next, Duration patience) {
		this.store = store;
		this.next = next;
		this.deadline = System.nanoTime() + patience.toNanos();
	}

	/** Begins with records that may be there already. */
	AppendInTurn inDoubt(List<AuditRecord> records, SQLException cause) {
		this.doubtful = records;
		this.lost = cause;
		return this;
	}

	Result run() {
		SQLException failed = new SQLException("the store was given no time");
		for (int attempt = 1; System.nanoTime() < this.deadline; attempt++) {
			try {
				return attempt(this.store.connection());
			}
			catch (SQLException again) {
				this.store.close();
				failed = again;
				if (this.doubtful.isEmpty() && !(helpsToTryAgain(again) && attempt < ATTEMPTS)) {
					break;
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
		SQLException unanswered = this.lost;
		return (unanswered != null && !this.doubtful.isEmpty()) ? new Result.Unsettled(unanswered)
				: new Result.NotWritten(failed);
	}

	private Result attempt(ChainConnection connection) throws SQLException {
		ChainHead head = connection.takeTurn();
		List<AuditRecord> records = this.doubtful;
		if (!records.isEmpty() && connection.holds(records.getLast())) {
			connection.rollback();
			return new Result.Written(records);
		}
		if (records.isEmpty() || !records.getFirst().follows(head)) {
			this.doubtful = List.of();
			records = this.next.apply(head);
		}
		if (!records.isEmpty()) {
			connection.insert(records);
		}
		commit(connection, records);
		return new Result.Written(records);
	}

	// Up to here an exception means that nothing was written, from here that nobody knows
	private void commit(ChainConnection connection, List<AuditRecord> records) throws SQLException {
		try {
			connection.commit();
		}
		catch (SQLException unanswered) {
			inDoubt(records, unanswered);
			throw unanswered;
		}
	}

	private static boolean helpsToTryAgain(SQLException failed) {
		Failure failure = new Failure(failed);
		return failure.lost() || failure.headMoved();
	}

}
