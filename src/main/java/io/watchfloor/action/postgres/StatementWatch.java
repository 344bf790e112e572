package io.watchfloor.action.postgres;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.RunContext;

/**
 * Looks while a statement runs whether a person wants it to stop, and cancels it on the
 * server then. Closing ends the looking.
 */
final class StatementWatch implements AutoCloseable {

	private static final long LOOK_EVERY_MILLIS = 250;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Statement statement;

	private final RunContext context;

	private StatementWatch(Statement statement, RunContext context) {
		this.statement = statement;
		this.context = context;
	}

	static StatementWatch over(Statement statement, RunContext context) {
		StatementWatch watch = new StatementWatch(statement, context);
		Thread.ofVirtual().name("statement-watch").start(watch::look);
		return watch;
	}

	private void look() {
		try {
			while (!this.ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
				if (this.context.cancelled()) {
					this.statement.cancel();
				}
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (SQLException gone) {
			// the statement ends, or its connection's trouble tells
		}
	}

	@Override
	public void close() {
		this.ended.countDown();
	}

}
