package io.watchfloor.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jooq.DSLContext;

/**
 * A target outside every console that writes down each effect, with who caused it, and
 * looks in the audit log in that very moment whether the intent is there.
 */
final class JournalingTarget implements AutoCloseable {

	private static final String INTENT = """
			select count(*) from audit.record
			 where action = 'step.intended' and details ->> 'step' = {0}""";

	private final Map<String, List<String>> effects = new ConcurrentHashMap<>();

	private final List<String> withoutIntent = new ArrayList<>();

	private final DSLContext store;

	private final HttpServer server;

	JournalingTarget(DSLContext store) {
		this.store = store;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** Who caused the effect on a key; more than one is one too many. */
	List<String> effects(String key) {
		return this.effects.getOrDefault(key, List.of());
	}

	/** All effects by their keys. */
	Map<String, List<String>> effects() {
		return Map.copyOf(this.effects);
	}

	/** Effects whose intent was not in the audit log when they came. */
	synchronized List<String> withoutIntent() {
		return List.copyOf(this.withoutIntent);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String key = exchange.getRequestURI().getPath().substring(1);
		try (exchange) {
			if (exchange.getRequestMethod().equals("POST")) {
				take(key, String.valueOf(exchange.getRequestURI().getQuery()));
			}
			exchange.sendResponseHeaders(effects(key).isEmpty() ? 404 : 200, -1);
		}
	}

	private void take(String key, String who) {
		if (this.store.resultQuery(INTENT, key).fetchSingle(0, Integer.class) == 0) {
			synchronized (this) {
				this.withoutIntent.add(key);
			}
		}
		this.effects.merge(key, List.of(who), (before, more) -> {
			List<String> all = new ArrayList<>(before);
			all.addAll(more);
			return List.copyOf(all);
		});
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
