package io.watchfloor.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** A web server that only this machine reaches, with one function behind it. */
final class LocalServer implements AutoCloseable {

	private final HttpServer server;

	LocalServer(int port, Function<Request, Answer> answers) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
		}
		catch (IOException taken) {
			throw new UncheckedIOException("The sandbox cannot listen at port " + port, taken);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (exchange) -> answer(exchange, answers));
		this.server.start();
	}

	private static void answer(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Answer answer = answers.apply(new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders().getFirst("X-Amz-Target"), body));
			byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", answer.type());
			exchange.sendResponseHeaders(answer.status(), (text.length > 0) ? text.length : -1);
			exchange.getResponseBody().write(text);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * What is asked.
	 *
	 * @param path without the query
	 * @param target the operation, where AWS names it in a header
	 */
	record Request(String method, String path, @Nullable String target, String body) {
	}

	/** What is answered. */
	record Answer(int status, String type, String text) {
	}

}
