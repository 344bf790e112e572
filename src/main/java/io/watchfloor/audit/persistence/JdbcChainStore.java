package io.watchfloor.audit.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.AuditSettings;
import io.watchfloor.audit.ChainHead;
import io.watchfloor.audit.ChainStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Repository;

/**
 * The chain in PostgreSQL. Mostly nobody else wrote since, so the records are made for
 * the head that is remembered and sent in one message; the database's primary key and
 * trigger refuse them when the head has moved. Then, and when a connection was lost, the
 * slow way follows: take the turn, read the head, see what became of the records.
 */
@Repository
class JdbcChainStore implements ChainStore, DisposableBean {

	private final DataSource source;

	private final Duration patience;

	private @Nullable ChainConnection open;

	private @Nullable ChainHead remembered;

	JdbcChainStore(DataSource source, AuditSettings settings) {
		this.source = source;
		this.patience = settings.patience();
	}

	@Override
	public synchronized Result append(Function<ChainHead, List<AuditRecord>> next) {
		ChainHead head = this.remembered;
		this.remembered = null;
		Result result = tidily(() -> (head != null) ? appendAt(head, next) : inTurn(next).run());
		if (result instanceof Result.Written(List<AuditRecord> records)) {
			this.remembered = records.isEmpty() ? head : records.getLast().head();
		}
		return result;
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

	// A transaction must not stay open, with the turn of all nodes, for whatever reason
	private Result tidily(Supplier<Result> append) {
		try {
			return append.get();
		}
		catch (RuntimeException unforeseen) {
			close();
			throw unforeseen;
		}
	}

	private Result appendAt(ChainHead head, Function<ChainHead, List<AuditRecord>> next) {
		List<AuditRecord> records = next.apply(head);
		if (records.isEmpty()) {
			return new Result.Written(records);
		}
		try {
			connection().insertAlone(records);
			return new Result.Written(records);
		}
		catch (SQLException failed) {
			close();
			Failure failure = new Failure(failed);
			if (failure.lost()) {
				return inTurn(next).inDoubt(records, failed).run();
			}
			return failure.headMoved() ? inTurn(next).run() : new Result.NotWritten(failed);
		}
	}

	private AppendInTurn inTurn(Function<ChainHead, List<AuditRecord>> next) {
		return new AppendInTurn(this, next, this.patience);
	}

	/** The writer's connection, opened when there is none. */
	ChainConnection connection() throws SQLException {
		ChainConnection connection = this.open;
		if (connection == null) {
			connection = new ChainConnection(this.source, this.patience);
			this.open = connection;
		}
		return connection;
	}

	/** Lets go of the connection and whatever was begun on it. */
	void close() {
		ChainConnection closing = this.open;
		this.open = null;
		try {
			if (closing != null) {
				closing.close();
			}
		}
		catch (SQLException alreadyGone) {
			// It is given up either way
		}
	}

}
