package io.watchfloor.action.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Keeps every request and refuses it; a mark ends what belongs to one line. */
final class RecordingEndpoint implements AutoCloseable {

	private final HttpServer server;

	private final List<Wire> since = new ArrayList<>();

	private final Map<Integer, List<Wire>> marked = new HashMap<>();

	private final Map<Integer, String> said = new HashMap<>();

	RecordingEndpoint() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException taken) {
			throw new UncheckedIOException(taken);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getRawPath();
		if (path.startsWith("/__mark/")) {
			int line = Integer.parseInt(path.substring(8));
			this.marked.put(line, List.copyOf(this.since));
			this.said.put(line, new String(body, StandardCharsets.UTF_8));
			this.since.clear();
			exchange.sendResponseHeaders(200, -1);
		}
		else {
			this.since.add(Wire.of(exchange, body));
			exchange.sendResponseHeaders(400, -1);
		}
		exchange.close();
	}

	/** What the command sent for a line. */
	synchronized List<Wire> marked(int line) {
		return this.marked.getOrDefault(line, List.of());
	}

	/** What the command said about a line. */
	synchronized String said(int line) {
		return this.said.getOrDefault(line, "");
	}

	/** What was sent since the last look. */
	synchronized List<Wire> take() {
		List<Wire> taken = List.copyOf(this.since);
		this.since.clear();
		return taken;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
