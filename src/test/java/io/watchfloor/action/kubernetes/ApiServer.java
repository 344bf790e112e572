package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API server of this test's own: keeps objects in memory, answers discovery, rows,
 * selectors, patches, scale, eviction and logs, and records every request. Serves the
 * real kubectl as well as our client.
 */
final class ApiServer implements AutoCloseable {

	private final HttpServer http;

	final Objects objects = new Objects();

	private final List<Request> requests = new ArrayList<>();

	private final Map<String, Refusal> refusals = new TreeMap<>();

	private volatile Predicate<Request> judge = (_) -> true;

	private final AtomicInteger sequence = new AtomicInteger();

	/** What a client sent. */
	record Request(String method, String path, Map<String, String> query, String contentType, String accept,
			String body, String impersonated) {

		boolean reads() {
			return this.method.equals("GET") || this.query.containsKey("dryRun") || this.path.contains("reviews");
		}

	}

	private record Refusal(int status, String message) {
	}

	ApiServer() {
		try {
			this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.http.createContext("/", this::handle);
		this.http.start();
	}

	String address() {
		return "http://127.0.0.1:" + this.http.getAddress().getPort();
	}

	int port() {
		return this.http.getAddress().getPort();
	}

	/** From now on a path that starts so is refused. */
	void refuse(String start, int status, String message) {
		this.refusals.put(start, new Refusal(status, message));
	}

	void allowAll() {
		this.refusals.clear();
	}

	synchronized List<Request> requests() {
		return List.copyOf(this.requests);
	}

	synchronized void forget() {
		this.requests.clear();
	}

	private synchronized void record(Request request) {
		this.requests.add(request);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			URI uri = exchange.getRequestURI();
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Request request = new Request(exchange.getRequestMethod(), uri.getPath(), query(uri.getRawQuery()),
					header(exchange, "Content-Type"), header(exchange, "Accept"), body,
					header(exchange, "Impersonate-User"));
			record(request);
			Answer answer = answer(request);
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", answer.json() ? "application/json" : "text/plain");
			exchange.sendResponseHeaders(answer.status(), (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private static String header(HttpExchange exchange, String name) {
		String value = exchange.getRequestHeaders().getFirst(name);
		return (value != null) ? value : "";
	}

	static Map<String, String> query(String raw) {
		Map<String, String> query = new TreeMap<>();
		if (raw != null && !raw.isEmpty()) {
			for (String pair : raw.split("&", -1)) {
				String[] parts = pair.split("=", 2);
				query.put(parts[0], (parts.length < 2) ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
		}
		return query;
	}

	/** From now on somebody judges what may be asked. */
	void authorize(Predicate<Request> judge) {
		this.judge = judge;
	}

	private Answer answer(Request request) {
		if (!this.judge.test(request)) {
			return status(403, "forbidden: " + request.method() + " " + request.path());
		}
		for (Map.Entry<String, Refusal> refusal : this.refusals.entrySet()) {
			String[] parts = refusal.getKey().split(" ", 2);
			if (request.method().equals(parts[0]) && request.path().startsWith(parts[1])) {
				return status(refusal.getValue().status(), refusal.getValue().message());
			}
		}
		try {
			return ok(discovery(request));
		}
		catch (NoSuchDiscovery none) {
			return resource(request);
		}
	}

	private static JsonNode discovery(Request request) throws NoSuchDiscovery {
		if (!request.method().equals("GET")) {
			throw new NoSuchDiscovery();
		}
		return Discovery.answer(request.path());
	}

	private Answer resource(Request request) {
		String path = request.path();
		if (request.contentType().contains("protobuf")) {
			return status(500, "recorded");
		}
		if (path.startsWith("/apis/authorization.k8s.io/") || path.startsWith("/apis/authentication.k8s.io/")) {
			return ok(review(request));
		}
		if (path.endsWith("/log")) {
			return new Answer(200, this.objects.log(path, request.query()), false);
		}
		try {
			return switch (request.method()) {
				case "GET" -> get(request);
				case "POST" -> new Answer(201, post(request).toString(), true);
				case "PUT", "PATCH" -> ok(this.objects.change(request, Integer.toString(next())));
				case "DELETE" -> ok(this.objects.delete(path, request.query().containsKey("dryRun")));
				default -> status(405, "no " + request.method());
			};
		}
		catch (Objects.Missing missing) {
			return status(404, missing.getMessage());
		}
		catch (Objects.Conflict conflict) {
			return status(409, conflict.getMessage());
		}
	}

	private int next() {
		return 1000 + this.sequence.incrementAndGet();
	}

	private Answer get(Request request) {
		if (request.query().containsKey("watch")) {
			return new Answer(200, this.objects.watch(request), true);
		}
		JsonNode found = this.objects.get(request);
		return ok(request.accept().contains("as=Table") ? TableRows.of(found) : found);
	}

	private JsonNode post(Request request) {
		if (request.path().endsWith("/eviction")) {
			this.objects.delete(request.path().replace("/eviction", ""), request.query().containsKey("dryRun"));
			return Json.object().put("kind", "Status").put("apiVersion", "v1").put("status", "Success");
		}
		if (request.path().startsWith("/apis/autoscaling/v1/")) {
			return this.objects.create(new Request("POST", request.path().replace("/v1/", "/v2/"), request.query(),
					request.contentType(), "", request.body(), ""), Integer.toString(next()));
		}
		return this.objects.create(request, Integer.toString(next()));
	}

	private static JsonNode review(Request request) {
		ObjectNode review = Json.copy(Json.read(request.body()));
		ObjectNode status = review.putObject("status");
		status.put("allowed", !request.body().contains("\"delete\""));
		status.putArray("resourceRules").addObject().putArray("verbs").add("get");
		status.putObject("userInfo").put("username", "tester").putArray("groups").add("system:authenticated");
		return review;
	}

	private static Answer ok(JsonNode node) {
		return new Answer(200, node.toString(), true);
	}

	static Answer status(int code, String message) {
		String reason = switch (code) {
			case 401 -> "Unauthorized";
			case 403 -> "Forbidden";
			case 404 -> "NotFound";
			case 409 -> "AlreadyExists";
			default -> "InternalError";
		};
		return new Answer(code,
				Json.object()
					.put("kind", "Status")
					.put("apiVersion", "v1")
					.put("status", "Failure")
					.put("message", message)
					.put("reason", reason)
					.put("code", code)
					.toString(),
				true);
	}

	record Answer(int status, String body, boolean json) {
	}

	static final class NoSuchDiscovery extends Exception {

		private static final long serialVersionUID = 1L;

	}

	@Override
	public void close() {
		this.http.stop(0);
	}

}
