package io.watchfloor.action.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends GET requests: certificates are verified, redirects are shown and not followed,
 * the answer is cut at 64 KiB. Setting of a target: {@code url}, the base.
 */
@Component
class HttpServers implements DisposableBean {

	static final int MOST_BYTES = 64 * 1024;

	private static final Duration CONNECT = Duration.ofSeconds(3);

	private static final Duration WHOLE = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(CONNECT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final Duration whole;

	HttpServers() {
		this(WHOLE);
	}

	HttpServers(Duration whole) {
		this.whole = whole;
	}

	/** Gets a page; throws a Problem of category UNREACHABLE when no answer came. */
	Answer get(Target target, String path, Map<String, String> headers) {
		URI uri = uri(target, path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET().timeout(this.whole);
		headers.forEach(request::header);
		long start = System.nanoTime();
		CompletableFuture<Answer> answer = this.client
			.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
			.thenApplyAsync((response) -> answer(uri, response, start), Thread::startVirtualThread);
		try {
			return answer.get(this.whole.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException failed) {
			throw trouble(uri, Objects.requireNonNullElse(failed.getCause(), failed));
		}
		catch (TimeoutException late) {
			answer.cancel(true);
			throw trouble(uri, late);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Category.UNREACHABLE, "The request to " + uri + " was interrupted.", interrupted);
		}
	}

	private Answer answer(URI uri, HttpResponse<InputStream> response, long start) {
		try (InputStream body = response.body()) {
			byte[] bytes = body.readNBytes(MOST_BYTES + 1);
			boolean cut = bytes.length > MOST_BYTES;
			String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8);
			return new Answer(uri, response.statusCode(), text, cut, (System.nanoTime() - start) / 1_000_000);
		}
		catch (IOException broken) {
			throw trouble(uri, broken);
		}
	}

	/**
	 * The path is as the runbook has it; the base's own path is not put in front twice.
	 */
	static URI uri(Target target, String path) {
		String base = target.setting("url").replaceFirst("/+$", "");
		try {
			URI root = URI.create(base);
			String prefix = Objects.requireNonNullElse(root.getRawPath(), "");
			boolean there = !prefix.isEmpty() && (path.equals(prefix) || path.startsWith(prefix + "/"));
			if (("http".equals(root.getScheme()) || "https".equals(root.getScheme())) && root.getHost() != null
					&& root.getRawUserInfo() == null) {
				return URI.create(base + (there ? path.substring(prefix.length()) : path));
			}
		}
		catch (IllegalArgumentException malformed) {
			// the problem below says it
		}
		throw new Problem(Category.NOT_UNDERSTOOD,
				"The url of " + target.id() + " must look like https://host/base, without user and password.");
	}

	private Problem trouble(URI uri, Throwable cause) {
		if (cause instanceof Problem problem) {
			return problem;
		}
		String why = switch (cause) {
			case HttpTimeoutException _, TimeoutException _ ->
				"did not answer within " + this.whole.toMillis() / 1000.0 + " s";
			case ConnectException _ -> "refused the connection or is not known";
			case SSLException tls -> "has no certificate to trust: " + tls.getMessage();
			default -> "broke off: " + cause.getMessage();
		};
		return new Problem(Category.UNREACHABLE, uri.getScheme() + "://" + uri.getAuthority() + " " + why
				+ ". Look whether the service runs and the address is right.", cause);
	}

	@Override
	public void destroy() {
		this.client.shutdownNow();
	}

	/**
	 * What came back.
	 *
	 * @param text the first 64 KiB
	 * @param cut whether there was more
	 */
	record Answer(URI uri, int status, String text, boolean cut, long millis) {

		String source() {
			return "GET " + this.uri;
		}

	}

}
