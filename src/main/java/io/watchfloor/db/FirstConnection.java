package io.watchfloor.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.watchfloor.kernel.Problem.Category;

/** Waits for the database at the start: it may be starting at the same moment. */
final class FirstConnection {

	private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final Store store;

	FirstConnection(Store store) {
		this.store = store;
	}

	/**
	 * Returns when the server has answered and is good enough.
	 * @throws StoreFailure when it has not within the time, or will not
	 */
	void await(Duration patience) {
		long giveUp = System.nanoTime() + patience.toNanos();
		while (true) {
			try (Connection connection = this.store.connect(TIMEOUT)) {
				ServerChecks.check(connection, this.store.where());
				return;
			}
			catch (SQLException failure) {
				if (!mayPass(failure) || System.nanoTime() > giveUp) {
					throw givenUp(failure);
				}
				LOG.warn("The database {} does not answer yet ({}), trying again", this.store.where(),
						failure.getMessage());
				pause();
			}
		}
	}

	/** No connection, too many connections, or starting up and shutting down. */
	private static boolean mayPass(SQLException failure) {
		String state = (failure.getSQLState() != null) ? failure.getSQLState() : "";
		return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
	}

	private StoreFailure givenUp(SQLException failure) {
		if (mayPass(failure)) {
			return new StoreFailure(Category.UNREACHABLE,
					"The database %s does not answer: %s".formatted(this.store.where(), failure.getMessage()),
					"Start it, or look at host and port in WATCHFLOOR_DATABASE_URL. "
							+ "Without that setting Watchfloor uses an embedded PostgreSQL.",
					failure);
		}
		return new StoreFailure(Category.TARGET_SAID_NO,
				"The database %s refuses the connection: %s".formatted(this.store.where(), failure.getMessage()),
				"Look at the database's name, WATCHFLOOR_DATABASE_USER and WATCHFLOOR_DATABASE_PASSWORD, "
						+ "and at the server's pg_hba.conf.",
				failure);
	}

	private static void pause() {
		try {
			TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new StoreFailure(Category.UNREACHABLE, "The start was interrupted.", "Start again.", interrupted);
		}
	}

}
