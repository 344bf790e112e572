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
 * Gets a page as text.
 *
 * @param path from the service's root, query included
 * @param headers to send; never one that carries a secret
 * @param signIn which of the target's secrets goes with it
 * @param show what of the answer is shown
 * @param follow whether redirects on the same host are followed
 * @param failOnError whether a status of 400 and above is no answer, as {@code curl -f}
 * @param field of the JSON that is shown alone, dotted; empty for the whole answer
 * @param format what is shown instead of the answer, as {@code curl -w}; empty for the
 * answer
 */
public record GetText(String path, Map<String, String> headers, SignIn signIn, Show show, boolean follow,
		boolean failOnError, String field, String format) implements Action {

	private static final Pattern FORMAT = Pattern
		.compile("(?:[^%\\\\@{}\\p{Cntrl}]|\\\\n|\\\\t|%\\{(?:http_code|response_code|time_total|size_download)})*");

	/** What of an answer is shown. */
	public enum Show {

		/** The body. */
		BODY,
		/** Status, headers and body. */
		ALL,
		/** Status and headers, by a HEAD request. */
		HEAD

	}

	public GetText {
		RequestPath.demandRead(path);
		Objects.requireNonNull(signIn, "signIn");
		Objects.requireNonNull(show, "show");
		headers = new TreeMap<>(headers);
		headers.forEach(RequestPath::demandHeader);
		headers = Collections.unmodifiableMap(headers);
		if (!field.isEmpty()) {
			JsonField.demand(field);
		}
		if (!FORMAT.matcher(format).matches() || (!format.isEmpty() && !field.isEmpty())) {
			throw new IllegalArgumentException("of -w only http_code, time_total and size_download are understood");
		}
	}

	/** Just the page. */
	static GetText of(String path) {
		return new GetText(path, Map.of(), SignIn.NONE, Show.BODY, false, false, "", "");
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return ((this.show == Show.HEAD) ? "Head of " : "Get ") + this.path;
	}

	@Override
	public String commandLine() {
		String how = switch (this.show) {
			case BODY -> "";
			case ALL -> "-i ";
			case HEAD -> "-I ";
		};
		return "curl -sS " + (this.failOnError ? "-f " : "") + (this.follow ? "-L " : "") + how
				+ headerFlags(this.headers) + this.signIn.flags()
				+ (this.format.isEmpty() ? "" : "-o /dev/null -w " + Shell.quote(this.format) + " ")
				+ Shell.quote(this.path) + (this.field.isEmpty() ? "" : " | jq -r " + Shell.quote(this.field));
	}

	static String headerFlags(Map<String, String> headers) {
		StringBuilder flags = new StringBuilder();
		headers.forEach((name, value) -> flags.append("-H ").append(Shell.quote(name + ": " + value)).append(' '));
		return flags.toString();
	}

}
