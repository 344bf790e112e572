package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks to one API server; every method throws a Problem for its trouble. */
class KubeApi {

	/** More than this is not kept in memory. */
	static final int MOST_BYTES = 16 * 1024 * 1024;

	private static final Duration ANSWER = Duration.ofSeconds(15);

	private static final String ROWS = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

	private final HttpClient http;

	private final String server;

	private final String identity;

	private final Runnable guard;

	/**
	 * Speaks to a server.
	 * @param guard looks whether the server's address is one that may be spoken to
	 */
	KubeApi(HttpClient http, String server, String identity, Runnable guard) {
		this.http = http;
		this.guard = guard;
		this.server = server.replaceFirst("/+$", "");
		this.identity = identity;
	}

	/** The same server, asked in another's name. */
	KubeApi as(String other) {
		return new KubeApi(this.http, this.server, other, this.guard);
	}

	String server() {
		return this.server;
	}

	JsonNode get(String path) {
		return get(path, Map.of());
	}

	JsonNode get(String path, Map<String, String> query) {
		return send(ApiCall.get(path, query));
	}

	/** Empty when there is no such object. */
	Optional<JsonNode> find(String path) {
		try {
			return Optional.of(get(path));
		}
		catch (Problem problem) {
			if (problem.category() == Category.NOT_FOUND) {
				return Optional.empty();
			}
			throw problem;
		}
	}

	/** Objects as rows where the server makes them. */
	JsonNode rows(String path, Map<String, String> query) {
		return json(exchange(ApiCall.get(path, query), ROWS));
	}

	/** The answer as text. */
	String text(String path, Map<String, String> query) {
		return exchange(ApiCall.get(path, query), "*/*");
	}

	JsonNode send(ApiCall call) {
		return json(exchange(call, "application/json"));
	}

	/** What a change would make of it; nothing is kept. */
	JsonNode dryRun(ApiCall call) {
		return send(call.with("dryRun", "All"));
	}

	private JsonNode json(String body) {
		try {
			return Json.read(body.isBlank() ? "{}" : body);
		}
		catch (JacksonException nonsense) {
			throw new Problem(Category.UNREACHABLE,
					"What " + this.server + " answered is not JSON. Look whether it is an API server.", nonsense);
		}
	}

	private String exchange(ApiCall call, String accept) {
		HttpRequest.Builder request = this.http.newHttpRequestBuilder()
			.uri(this.server + call.address())
			.timeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
			.header("Accept", accept);
		if (!this.identity.isEmpty()) {
			request.header("Impersonate-User", this.identity);
		}
		request.method(call.method(), (call.contentType() != null) ? call.contentType() : "", call.body());
		this.guard.run();
		Answer answer = await(this.http.sendAsync(request.build(), InputStream.class).thenApply(this::read));
		this.guard.run();
		if (answer.status() < 200 || answer.status() >= 300) {
			throw KubeTrouble.refusal(answer.status(), answer.body(), call, this.server);
		}
		return answer.body();
	}

	private Answer read(HttpResponse<InputStream> response) {
		try (InputStream body = response.body()) {
			byte[] bytes = body.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw new Problem(Category.TARGET_SAID_NO,
						"The answer of " + this.server + " is longer than 16 MiB. Ask for less of it.");
			}
			return new Answer(response.code(), new String(bytes, StandardCharsets.UTF_8));
		}
		catch (IOException broken) {
			throw KubeTrouble.silence(this.server, broken);
		}
	}

	private Answer await(CompletableFuture<Answer> coming) {
		try {
			return coming.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException failed) {
			throw Problem.thrownIn(failed).orElseGet(() -> KubeTrouble.silence(this.server, failed));
		}
		catch (TimeoutException late) {
			coming.cancel(true);
			throw KubeTrouble.silence(this.server, late);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw KubeTrouble.silence(this.server, interrupted);
		}
	}

	private record Answer(int status, String body) {
	}

}
