package io.watchfloor.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server every second over a connection of its own, so that a busy pool is not
 * taken for a dead database.
 */
final class StoreProbe implements StoreStatus, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final Store store;

	private final Semaphore suspicion = new Semaphore(0);

	private final Thread thread;

	private volatile Optional<String> trouble = Optional.empty();

	private volatile boolean away;

	private volatile boolean closed;

	private @Nullable Connection connection;

	StoreProbe(Store store) {
		this.store = store;
		this.thread = Thread.ofVirtual().name("store-probe").start(this::watch);
	}

	@Override
	public Optional<String> trouble() {
		return this.trouble;
	}

	/** Whether the server did not answer when it was last asked. */
	boolean away() {
		return this.away;
	}

	@Override
	public void suspect() {
		this.suspicion.release();
	}

	private void watch() {
		try {
			while (!this.closed) {
				look();
				this.suspicion.tryAcquire(1, TimeUnit.SECONDS);
				this.suspicion.drainPermits();
			}
		}
		catch (InterruptedException closing) {
			Thread.currentThread().interrupt();
		}
		finally {
			hangUp();
		}
	}

	private void look() {
		try {
			boolean writable = ask();
			this.away = false;
			become(writable ? Optional.empty()
					: Optional.of("The database " + this.store.where() + " is read-only, as a standby is. "
							+ "Point WATCHFLOOR_DATABASE_URL to the primary, or promote this one."));
		}
		catch (SQLException failure) {
			hangUp();
			this.away = true;
			become(Optional.of("The database %s does not answer (%s). Start it or mend the network; "
				.formatted(this.store.where(), firstLine(failure)) + "Watchfloor goes on by itself."));
			revive();
		}
	}

	/** Whether the server takes writes. */
	private boolean ask() throws SQLException {
		if (this.connection == null) {
			this.connection = this.store.connect(TIMEOUT);
		}
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("select current_setting('transaction_read_only') = 'off'")) {
			return row.next() && row.getBoolean(1);
		}
	}

	private void become(Optional<String> now) {
		if (now.isPresent() && this.trouble.isEmpty() && !this.closed) {
			LOG.warn("{}", now.get());
		}
		else if (now.isEmpty() && this.trouble.isPresent()) {
			LOG.info("The database {} answers again", this.store.where());
		}
		this.trouble = now;
	}

	private void revive() {
		try {
			if (!this.closed) {
				this.store.revive();
			}
		}
		catch (IOException | StoreFailure failure) {
			LOG.debug("not yet", failure);
		}
	}

	private void hangUp() {
		try {
			if (this.connection != null) {
				this.connection.close();
			}
		}
		catch (SQLException alreadyGone) {
			LOG.debug("closing", alreadyGone);
		}
		this.connection = null;
	}

	private static String firstLine(SQLException failure) {
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
	}

}
