package io.watchfloor.action.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Prometheus over its API. Setting of a target: {@code url}, the base; secret:
 * {@code token}, sent as a bearer's. An answer over 8 MiB is refused.
 */
@Component
class PrometheusServers implements Sessions<PrometheusSession>, DisposableBean {

	private static final int MOST_BYTES = 8 << 20;

	private static final Duration WHOLE = Duration.ofSeconds(10);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Secrets secrets;

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(3))
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	PrometheusServers(Secrets secrets) {
		this.secrets = secrets;
	}

	@Override
	public PrometheusSession reading(Target target) {
		String base = target.setting("url").replaceFirst("/+$", "");
		if (!base.matches("https?://[^/@?#\\s]+(/[^@?#\\s]*)?")) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The url of " + target.id() + " must look like http://host:9090, without user and password.");
		}
		return new PrometheusSession(base, (path, query) -> get(target, base, path, query));
	}

	private JsonNode get(Target target, String base, String path, Map<String, String> query) {
		String asked = query.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		URI address = URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked));
		AddressGuard.demand(target, address);
		HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(WHOLE);
		SecretReference token = target.secrets().get("token");
		if (token != null) {
			request.header("Authorization", "Bearer " + this.secrets.resolve(token));
		}
		HttpRequest asking = request.build();
		try {
			HttpResponse<byte[]> response = this.client.send(asking,
					HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
			AddressGuard.demand(target, asking.uri());
			return data(base, response);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw unreachable(base, "was not waited for", interrupted);
		}
		catch (IOException trouble) {
			throw unreachable(base, "gave no answer ("
					+ Objects.requireNonNullElse(trouble.getMessage(), trouble.getClass().getSimpleName()) + ")",
					trouble);
		}
	}

	private static JsonNode data(String base, HttpResponse<byte[]> response) {
		try {
			JsonNode answer = MAPPER.readTree(response.body());
			if ("success".equals(answer.path("status").asString(""))) {
				return answer.path("data");
			}
			String error = answer.path("error").asString("");
			if (!error.isEmpty()) {
				throw new Problem(Category.TARGET_SAID_NO,
						"Prometheus at " + base + " refused: " + error + ". Mend the expression.");
			}
		}
		catch (JacksonException notJson) {
			// the problem below says it
		}
		throw new Problem(Category.UNREACHABLE, "What answers at " + base + " with status " + response.statusCode()
				+ " is no Prometheus. Look whether the address is right.");
	}

	private static Problem unreachable(String base, String why, Exception cause) {
		return new Problem(Category.UNREACHABLE,
				"Prometheus at " + base + " " + why + ". Look whether it runs and the address is right.", cause);
	}

	@Override
	public void destroy() {
		this.client.shutdownNow();
	}

}
