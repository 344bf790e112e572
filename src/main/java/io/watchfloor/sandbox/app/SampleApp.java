package io.watchfloor.sandbox.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** The application's web server, on a local port that stays the same while it is down. */
public final class SampleApp implements AutoCloseable {

	private final int port;

	private final Pages pages;

	private final ToolCalls tools;

	private final AppMetrics metrics;

	private final Disturbance disturbance;

	private @Nullable HttpServer server;

	SampleApp(int port, Pages pages, ToolCalls tools, AppMetrics metrics, Disturbance disturbance) {
		this.port = port;
		this.pages = pages;
		this.tools = tools;
		this.metrics = metrics;
		this.disturbance = disturbance;
	}

	/** Starts to listen unless it does. */
	public synchronized void listen() {
		if (this.server != null) {
			return;
		}
		try {
			HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port),
					50);
			fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			fresh.createContext("/", this::answerPage);
			fresh.createContext("/tools/", this::answerTool);
			fresh.start();
			this.server = fresh;
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox's application cannot listen at port " + this.port, failure);
		}
	}

	/** Stops to listen: whoever calls is refused. */
	public synchronized void fallSilent() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
	}

	/** Whether it listens. */
	public synchronized boolean listening() {
		return this.server != null;
	}

	/** Its address. */
	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

	private void answerPage(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (!path.equals("/metrics")) {
			this.disturbance.hold();
		}
		Pages.Page page = this.pages.page(path);
		send(exchange, page.status(), page.type(), page.text());
	}

	private void answerTool(HttpExchange exchange) throws IOException {
		String tool = exchange.getRequestURI().getPath().substring("/tools/".length());
		if (!Traffic.TOOLS.contains(tool)) {
			send(exchange, 404, Pages.JSON, "{\"error\":\"no such tool\"}");
			return;
		}
		ToolCalls.Answer answer = this.tools.call(tool, this.metrics);
		send(exchange, answer.status(), Pages.JSON,
				(answer.status() == 200) ? "{\"result\":\"done\"}" : "{\"error\":\"" + answer.trouble() + "\"}");
	}

	private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
		try (exchange) {
			byte[] body = text.getBytes(StandardCharsets.UTF_8);
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(status, head ? -1 : body.length);
			if (!head) {
				exchange.getResponseBody().write(body);
			}
		}
	}

	@Override
	public void close() {
		fallSilent();
	}

}
