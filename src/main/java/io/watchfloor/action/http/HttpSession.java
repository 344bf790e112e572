package io.watchfloor.action.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.watchfloor.action.Session;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Requests to one service. Nothing is open between them. */
class HttpSession implements Session {

	private static final int MOST_REDIRECTS = 5;

	private final Target target;

	private final BiFunction<HttpRequest.Builder, Integer, Answer> sender;

	private final Function<SecretReference, String> secrets;

	HttpSession(Target target, BiFunction<HttpRequest.Builder, Integer, Answer> sender,
			Function<SecretReference, String> secrets) {
		this.target = target;
		this.sender = sender;
		this.secrets = secrets;
	}

	@Override
	public String address() {
		return this.target.setting("url");
	}

	/** Gets a page. */
	Answer get(String path) {
		return get(GetText.of(path));
	}

	/** Gets a page of so many bytes at most. */
	Answer page(String path, int most) {
		HttpRequest.Builder request = HttpRequest.newBuilder(HttpServers.uri(this.target, path)).GET();
		return this.sender.apply(request.header("Accept", "*/*"), most);
	}

	Answer get(GetText action) {
		String method = (action.show() == GetText.Show.HEAD) ? "HEAD" : "GET";
		URI uri = HttpServers.uri(this.target, action.path());
		Answer answer = send(method, uri, action.headers(), action.signIn(), null);
		for (int hop = 0; hop < MOST_REDIRECTS && action.follow(); hop++) {
			Optional<URI> next = redirect(answer);
			if (next.isEmpty()) {
				return answer;
			}
			answer = send(method, next.get(), action.headers(), action.signIn(), null);
		}
		return answer;
	}

	/**
	 * Where an answer leads, on the same host only: another would be another target.
	 * Never from TLS to plain text, where a secret would be seen.
	 */
	private static Optional<URI> redirect(Answer answer) {
		if (answer.status() < 300 || answer.status() > 399) {
			return Optional.empty();
		}
		return answer.head()
			.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("location: "))
			.findFirst()
			.map((line) -> answer.uri().resolve(line.substring(10).strip().replace(" ", "%20")))
			.filter((next) -> String.valueOf(next.getHost()).equals(answer.uri().getHost())
					&& next.getPort() == answer.uri().getPort() && safe(answer.uri(), next));
	}

	private static boolean safe(URI from, URI to) {
		return "https".equals(to.getScheme()) || ("http".equals(to.getScheme()) && !"https".equals(from.getScheme()));
	}

	/** Sends a request with a body. */
	Answer send(String method, String path, Map<String, String> headers, SignIn signIn, @Nullable String body) {
		return send(method, HttpServers.uri(this.target, path), headers, signIn, body);
	}

	private Answer send(String method, URI uri, Map<String, String> headers, SignIn signIn, @Nullable String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		headers.forEach(request::header);
		if (headers.keySet().stream().noneMatch("Accept"::equalsIgnoreCase)) {
			request.header("Accept", "*/*");
		}
		signIn(request, signIn);
		return this.sender.apply(request, HttpServers.MOST_BYTES);
	}

	private void signIn(HttpRequest.Builder request, SignIn signIn) {
		switch (signIn.kind()) {
			case NONE -> {
				// nothing goes with it
			}
			case BEARER -> request.header("Authorization", "Bearer " + secret("token"));
			case HEADER -> request.header(signIn.header(), secret("key"));
			case BASIC -> request.header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString(
						(this.target.setting("user") + ":" + secret("password")).getBytes(StandardCharsets.UTF_8)));
		}
	}

	private String secret(String name) {
		SecretReference reference = this.target.secrets().get(name);
		if (reference == null) {
			throw new Problem(Problem.Category.NOT_FOUND, "The line signs in, and " + this.target.id()
					+ " has no secret '" + name + "'. Name where it is found in the system's system.yaml.");
		}
		return this.secrets.apply(reference);
	}

	@Override
	public void close() {
		// nothing is open
	}

}
