package io.watchfloor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser sends and keeps, without what it draws: cookies, forms with the token of
 * the page, and redirects where the test says so.
 */
public final class HttpBrowser {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.connectTimeout(PATIENCE)
		.build();

	private final URI base;

	/** A browser that nobody has used, for the console at this port. */
	public HttpBrowser(int port) {
		this.base = URI.create("http://localhost:" + port + "/");
	}

	/** Opens a page; {@code headers} are name, value, name, value. */
	public HttpResponse<String> get(String address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(address)).header("Accept", "text/html");
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Sends a form as it is, without a token; headers as above. */
	public HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Types name and password into the sign-in page. */
	public HttpResponse<String> signIn(String name, String password) {
		return post("login", Map.of("username", name, "password", password, "_csrf", token(get("login"))));
	}

	/** The token that a page's forms have to send. */
	public static String token(HttpResponse<String> page) {
		Matcher token = TOKEN.matcher(page.body());
		if (!token.find()) {
			throw new AssertionError("no token in the page: " + page.body());
		}
		return token.group(1);
	}

	/** Where an answer leads; empty when nowhere. */
	public static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	/** What stands behind the question mark of an address. */
	public static Map<String, String> query(URI address) {
		Map<String, String> parameters = new LinkedHashMap<>();
		String query = (address.getRawQuery() != null) ? address.getRawQuery() : "";
		for (String pair : query.split("&", -1)) {
			String[] parts = pair.split("=", 2);
			parameters.put(parts[0], (parts.length > 1) ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
		}
		return parameters;
	}

	private static String encode(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
