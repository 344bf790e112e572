package io.watchfloor.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API with a token. */
final class ApiCaller {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private final @Nullable String token;

	ApiCaller(int port, @Nullable String token) {
		this.base = "http://localhost:" + port + "/api/v1/";
		this.token = token;
	}

	Answer get(String address) {
		return send(request(address).GET());
	}

	Answer post(String address, String body, String... headers) {
		HttpRequest.Builder request = request(address).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Lines of a stream of events, until it ends. */
	Stream<String> follow(String address, String... headers) {
		HttpRequest.Builder request = request(address).header("Accept", "text/event-stream").GET();
		try {
			return this.client
				.send(((headers.length > 0) ? request.headers(headers) : request).build(), BodyHandlers.ofLines())
				.body();
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private HttpRequest.Builder request(String address) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + address))
			.timeout(Duration.ofSeconds(30));
		return (this.token != null) ? request.header("Authorization", "Bearer " + this.token) : request;
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.body(),
					answer.headers().firstValue("Content-Type").orElse(""), answer);
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** What came back. */
	record Answer(int status, String body, String type, HttpResponse<String> raw) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String detail() {
			return json().path("detail").asString("");
		}

	}

}
