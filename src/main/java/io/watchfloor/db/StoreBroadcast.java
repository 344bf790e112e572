package io.watchfloor.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells and hears on one connection of its own, four times a second. */
final class StoreBroadcast implements Broadcast, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(StoreBroadcast.class);

	private static final String CHANNEL = "watchfloor";

	private static final int TURN_MILLISECONDS = 250;

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Store store;

	private final Set<String> toTell = ConcurrentHashMap.newKeySet();

	private final Map<String, List<Consumer<Optional<String>>>> listeners = new ConcurrentHashMap<>();

	private final Thread thread;

	private volatile boolean closed;

	StoreBroadcast(Store store) {
		this.store = store;
		this.thread = Thread.ofPlatform().daemon().name("store-broadcast").start(this::work);
	}

	@Override
	public void tell(String topic, String what) {
		this.toTell.add(topic + " " + what);
	}

	@Override
	public void hear(String topic, Consumer<Optional<String>> listener) {
		this.listeners.computeIfAbsent(topic, (_) -> new CopyOnWriteArrayList<>()).add(listener);
	}

	private void work() {
		try {
			while (!this.closed) {
				session();
				TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
			}
		}
		catch (InterruptedException closing) {
			Thread.currentThread().interrupt();
		}
	}

	/** As long as the connection lasts. */
	private void session() {
		try (Connection connection = this.store.connect(TIMEOUT); Statement statement = connection.createStatement()) {
			statement.execute("listen " + CHANNEL);
			PGConnection server = connection.unwrap(PGConnection.class);
			this.listeners.values().forEach((all) -> all.forEach((one) -> hand(one, Optional.empty())));
			while (!this.closed) {
				tellAll(connection);
				hearAll(server);
			}
		}
		catch (SQLException away) {
			LOG.debug("Nothing is told or heard for now", away);
		}
	}

	private void tellAll(Connection connection) throws SQLException {
		try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
			for (Iterator<String> waiting = this.toTell.iterator(); waiting.hasNext();) {
				String told = waiting.next();
				waiting.remove();
				notify.setString(1, CHANNEL);
				notify.setString(2, told);
				notify.execute();
			}
		}
	}

	private void hearAll(PGConnection server) throws SQLException {
		for (PGNotification heard : server.getNotifications(TURN_MILLISECONDS)) {
			String[] words = heard.getParameter().split(" ", 2);
			if (heard.getPID() != server.getBackendPID() && words.length == 2) {
				this.listeners.getOrDefault(words[0], List.of()).forEach((one) -> hand(one, Optional.of(words[1])));
			}
		}
	}

	private static void hand(Consumer<Optional<String>> listener, Optional<String> what) {
		try {
			listener.accept(what);
		}
		catch (RuntimeException trouble) {
			LOG.warn("What another node told was not taken up", trouble);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
		try {
			this.thread.join(PAUSE);
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
	}

}
