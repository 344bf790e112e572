package io.watchfloor.action.http;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Sends a request that may change something.
 *
 * @param method what is asked for
 * @param path from the service's root, query included
 * @param headers to send; never one that carries a secret
 * @param signIn which of the target's secrets goes with it
 * @param body as sent; empty for none
 */
public record HttpCall(Method method, String path, Map<String, String> headers, SignIn signIn,
		String body) implements Action {

	private static final int LONGEST = 64 * 1024;

	private static final Pattern SECRET = Pattern
		.compile("(?i)[\"']?[a-z_]*(?:password|passwd|secret|api_?key|token)[\"']?\\s*[:=]");

	/** Methods that may change something. */
	public enum Method {

		/** Does what the address says. */
		POST,
		/** Puts something in the place of what is there. */
		PUT,
		/** Changes a part. */
		PATCH,
		/** Removes. */
		DELETE

	}

	public HttpCall {
		Objects.requireNonNull(method, "method");
		RequestPath.demand(path);
		Objects.requireNonNull(signIn, "signIn");
		headers = new TreeMap<>(headers);
		headers.replaceAll((_, value) -> value.strip());
		headers.forEach(RequestPath::demandHeader);
		headers = Collections.unmodifiableMap(headers);
		if (body.length() > LONGEST) {
			throw new IllegalArgumentException("a body is at most 64 KiB long");
		}
		if (SECRET.matcher(body).find()) {
			throw new IllegalArgumentException("the body may carry a secret; take it out of the runbook");
		}
	}

	@Override
	public Risk risk() {
		return (this.method == Method.DELETE) ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return this.method + " " + this.path;
	}

	@Override
	public String commandLine() {
		boolean typed = this.headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
		String untyped = (this.body.isEmpty() || typed) ? "" : "-H Content-Type: ";
		return "curl -sS -X " + this.method + " " + GetText.headerFlags(this.headers) + untyped + this.signIn.flags()
				+ (this.body.isEmpty() ? "" : "--data-raw " + Shell.quote(this.body) + " ") + Shell.quote(this.path);
	}

}
