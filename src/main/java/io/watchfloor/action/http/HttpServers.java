package io.watchfloor.action.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends requests: certificates are verified, redirects are shown, not followed by
 * themselves, the answer is cut at 64 KiB. Settings of a target: {@code url}, the base,
 * and {@code user}; secrets: {@code token}, {@code password}, {@code key}.
 */
@Component
class HttpServers implements Sessions<HttpSession>, DisposableBean {

	static final int MOST_BYTES = 64 * 1024;

	private static final Duration CONNECT = Duration.ofSeconds(3);

	private static final Duration WHOLE = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(CONNECT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final Duration whole;

	private final Secrets secrets;

	@Autowired
	HttpServers(Secrets secrets) {
		this(secrets, WHOLE);
	}

	HttpServers(Secrets secrets, Duration whole) {
		this.secrets = secrets;
		this.whole = whole;
	}

	@Override
	public HttpSession reading(Target target) {
		return new HttpSession(target, (request, most) -> send(target, request, most), this.secrets::resolve);
	}

	/** Sends a request; throws a Problem of category UNREACHABLE when no answer came. */
	private Answer send(Target target, HttpRequest.Builder builder, int most) {
		HttpRequest request = builder.timeout(this.whole).build();
		long start = System.nanoTime();
		CompletableFuture<Answer> answer = CompletableFuture
			.runAsync(() -> AddressGuard.demand(target, request.uri()), Thread::startVirtualThread)
			.thenCompose((_) -> this.client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()))
			.thenApplyAsync((response) -> answer(request, response, start, most), Thread::startVirtualThread)
			.whenComplete((_, _) -> AddressGuard.demand(target, request.uri()));
		try {
			return answer.get(this.whole.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException failed) {
			throw (failed.getCause() instanceof Problem problem) ? problem
					: trouble(request.uri(), Objects.requireNonNullElse(failed.getCause(), failed));
		}
		catch (TimeoutException late) {
			answer.cancel(true);
			throw trouble(request.uri(), late);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Category.UNREACHABLE, "The request to " + request.uri() + " was interrupted.",
					interrupted);
		}
	}

	private Answer answer(HttpRequest request, HttpResponse<InputStream> response, long start, int most) {
		try (InputStream body = response.body()) {
			byte[] bytes = body.readNBytes(most + 1);
			boolean cut = bytes.length > most;
			String text = new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
			StringBuilder head = new StringBuilder("HTTP/1.1 " + response.statusCode());
			response.headers().map().forEach((name, values) -> values.forEach((value) -> {
				if (!name.equalsIgnoreCase("set-cookie")) {
					head.append('\n').append(name).append(": ").append(value);
				}
			}));
			return new Answer(request.method(), request.uri(), response.statusCode(), head.toString(), text, cut,
					(System.nanoTime() - start) / 1_000_000);
		}
		catch (IOException broken) {
			throw trouble(request.uri(), broken);
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

	/** Whether a request failed before its first byte. */
	static boolean sentNothing(Problem problem) {
		return problem.getCause() instanceof ConnectException
				|| problem.getCause() instanceof HttpConnectTimeoutException
				|| problem.category() != Category.UNREACHABLE;
	}

	@Override
	public void destroy() {
		this.client.shutdownNow();
	}

}
