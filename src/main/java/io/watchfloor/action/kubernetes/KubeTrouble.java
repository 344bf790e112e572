package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import tools.jackson.core.JacksonException;

/** Says what went wrong with a cluster in words that a person can act on. */
final class KubeTrouble {

	private KubeTrouble() {
	}

	/** No answer. */
	static Problem silence(String server, Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null && !(root instanceof SSLException) && !(root instanceof ConnectException)) {
			root = root.getCause();
		}
		String why = switch (root) {
			case HttpTimeoutException _, TimeoutException _ -> "did not answer in time";
			case ConnectException _ -> "refused the connection or is not known";
			case SSLException tls -> "has no certificate to trust: " + tls.getMessage();
			case IOException broken -> "broke off: " + broken.getMessage();
			default -> "cannot be asked: " + root.getMessage();
		};
		return new Problem(Category.UNREACHABLE, "The cluster at " + server + " " + why
				+ ". Look whether its address is right and whether this machine reaches it.", cause);
	}

	/** An answer that refuses. */
	static Problem refusal(int status, String body, ApiCall call, String server) {
		String said = message(body);
		String what = call.method() + " " + call.path();
		return switch (status) {
			case 401 -> new Problem(Category.TARGET_SAID_NO, "The cluster at " + server
					+ " does not know who asks; the token may have expired. Renew the target's 'token' or 'kubeconfig'.");
			case 403 -> new Problem(Category.TARGET_SAID_NO, "The cluster at " + server + " does not allow it: " + said
					+ ". Give the target's identity a role that allows " + what + ".");
			case 404 -> new Problem(Category.NOT_FOUND, said + ". Asked was " + what + " at " + server + ".");
			case 409 -> new Problem(Category.STALE, "The cluster at " + server + " says: " + said
					+ ". Something else changed it meanwhile; look again.");
			case 400, 405, 406, 415, 422, 429 ->
				new Problem(Category.TARGET_SAID_NO, "The cluster at " + server + " refused: " + said + ".");
			default -> new Problem(Category.UNREACHABLE,
					"The cluster at " + server + " answered " + status + ": " + said + ". Try again later.");
		};
	}

	private static String message(String body) {
		try {
			String message = Json.text(Json.read(body), "message");
			if (!message.isEmpty()) {
				return message.replaceFirst("\\.$", "");
			}
		}
		catch (JacksonException notJson) {
			// shown as it is then
		}
		String line = body.strip().replaceAll("\\s+", " ");
		return line.isEmpty() ? "no reason given" : line.substring(0, Math.min(200, line.length()));
	}

}
