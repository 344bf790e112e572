package io.watchfloor.action.aws.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.aws.ArtifactFile;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * Fetches a zip from the address that Lambda signed for it. That address is a service's
 * word and is guarded as if a person had typed it: no other scheme, no redirect, no
 * address of nobody's service.
 */
final class CodeFetch {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration WITHIN = Duration.ofMinutes(5);

	private CodeFetch() {
	}

	/**
	 * Fetches it into its file.
	 * @param standIn whether the account is a stand-in, which may sign plain HTTP
	 * @throws Problem when it is refused, does not come in time, or is something else
	 */
	static void fetch(FunctionCode code, String location, ArtifactFile file, Target target, boolean standIn) {
		URI uri = address(code, location, standIn);
		AddressGuard.demand(target, uri);
		try (HttpClient client = HttpClient.newBuilder()
			.connectTimeout(CONNECT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build()) {
			HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(uri).timeout(WITHIN).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = answer.body()) {
				if (answer.statusCode() != 200) {
					throw new Problem(Problem.Category.TARGET_SAID_NO, "The code of " + code.name() + " is refused by "
							+ uri.getHost() + " with status " + answer.statusCode() + ".");
				}
				file.write(body, code.size(), code.sha256());
			}
			finally {
				client.shutdownNow();
			}
		}
		catch (IOException broken) {
			throw new Problem(Problem.Category.UNREACHABLE,
					"The code of " + code.name() + " did not come from " + uri.getHost() + ": " + broken + ".", broken);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Problem.Category.UNREACHABLE, "The code of " + code.name() + " was interrupted.",
					interrupted);
		}
	}

	private static URI address(FunctionCode code, String location, boolean standIn) {
		try {
			URI uri = URI.create(location);
			boolean safe = "https".equals(uri.getScheme()) || (standIn && "http".equals(uri.getScheme()));
			if (safe && uri.getHost() != null && uri.getUserInfo() == null) {
				return uri;
			}
		}
		catch (IllegalArgumentException odd) {
			// said below
		}
		throw new Problem(Problem.Category.REFUSED_BY_POLICY,
				"Lambda gives an address for the code of " + code.name() + " that is not fetched: it is no https.");
	}

}
