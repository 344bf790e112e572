package io.watchfloor.action.compose;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.watchfloor.action.Session;
import io.watchfloor.action.host.Duplex;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to one Docker engine: a connection for each request, every one bound in time.
 */
final class Engine implements Session {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration USUAL = Duration.ofSeconds(20);

	private static final int MOST_BYTES = 16 * 1024 * 1024;

	private final EngineWire wire;

	private final Target target;

	Engine(EngineWire wire, Target target) {
		this.wire = wire;
		this.target = target;
	}

	Target target() {
		return this.target;
	}

	@Override
	public String address() {
		return EngineWire.address(this.target);
	}

	/** Part of a path, so that no name can become another path. */
	static String part(String name) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** A query of names and values. */
	static String query(Map<String, String> values) {
		return values.isEmpty() ? ""
				: values.entrySet()
					.stream()
					.map((entry) -> part(entry.getKey()) + "=" + part(entry.getValue()))
					.sorted()
					.collect(Collectors.joining("&", "?", ""));
	}

	/** Reads JSON. */
	JsonNode get(String path) {
		return json(send("GET", path, null, USUAL, MOST_BYTES));
	}

	/** Reads JSON of something that may not be there. */
	Optional<JsonNode> find(String path) {
		HttpAnswer answer = send("GET", path, null, USUAL, MOST_BYTES);
		return (answer.status() == 404) ? Optional.empty() : Optional.of(json(answer));
	}

	/** Reads bytes; a cut answer is shown as far as it goes. */
	HttpAnswer bytes(String path, int most) {
		return demand(send("GET", path, null, USUAL, most));
	}

	/** Changes something. The answer may be empty. */
	JsonNode post(String path, @Nullable JsonNode body, Duration within) {
		return json(send("POST", path, body, within, MOST_BYTES));
	}

	/** Changes something, and shows what was said meanwhile. */
	HttpAnswer postBytes(String path, @Nullable JsonNode body, Duration within) {
		return demand(send("POST", path, body, within, MOST_BYTES));
	}

	/** Removes something. */
	JsonNode delete(String path) {
		return json(send("DELETE", path, null, Duration.ofSeconds(60), MOST_BYTES));
	}

	private JsonNode json(HttpAnswer answer) {
		String text = demand(answer).text();
		if (answer.cut()) {
			throw new Problem(Category.TARGET_SAID_NO,
					"The answer of the Docker engine at " + address() + " is too long.");
		}
		try {
			return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
		}
		catch (JacksonException garbled) {
			throw new Problem(Category.TARGET_SAID_NO, "The Docker engine at " + address() + " answered no JSON.",
					garbled);
		}
	}

	private HttpAnswer demand(HttpAnswer answer) {
		if (answer.status() < 400) {
			return answer;
		}
		String said = answer.text();
		try {
			said = JSON.readTree(said).path("message").asString(said);
		}
		catch (JacksonException plain) {
			// shown as it is
		}
		throw new Problem(Category.TARGET_SAID_NO,
				"The Docker engine at " + address() + " refused (" + answer.status() + "): " + said.strip() + ".");
	}

	private HttpAnswer send(String method, String path, @Nullable JsonNode body, Duration within, int most) {
		AtomicBoolean late = new AtomicBoolean();
		try (Duplex connection = this.wire.open(this.target)) {
			CompletableFuture<Void> done = new CompletableFuture<>();
			CompletableFuture<Void> watch = done.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
				.whenComplete((_, timeout) -> {
					if (timeout != null) {
						late.set(true);
						close(connection);
					}
				});
			try {
				write(connection.out(), method, path, body);
				return HttpAnswer.read(new BufferedInputStream(connection.in()), most);
			}
			finally {
				watch.complete(null);
				done.complete(null);
			}
		}
		catch (IOException broken) {
			throw new Problem(Category.UNREACHABLE,
					"The Docker engine at " + address()
							+ (late.get() ? " did not answer within " + within.toSeconds() + " s."
									: " broke off: " + broken.getMessage() + "."),
					broken);
		}
	}

	private static void close(Duplex connection) {
		try {
			connection.close();
		}
		catch (IOException already) {
			// it is gone, which was wanted
		}
	}

	private static void write(OutputStream out, String method, String path, @Nullable JsonNode body)
			throws IOException {
		byte[] content = (body != null) ? JSON.writeValueAsBytes(body) : new byte[0];
		String head = method + " " + path + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\nContent-Length: "
				+ content.length + "\r\n" + ((body != null) ? "Content-Type: application/json\r\n" : "") + "\r\n";
		out.write(head.getBytes(StandardCharsets.US_ASCII));
		out.write(content);
		out.flush();
	}

	@Override
	public void close() {
		// every request has a connection of its own
	}

}
