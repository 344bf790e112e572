package io.watchfloor.catalog.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places where a secret stands whether or not it is known: in URLs, headers, assignments
 * and options. A variable in such a place ({@code $PASSWORD}) is no secret and stays.
 */
final class SecretShapes {

	private static final String WORD = "[\\w.-]{0,60}(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key)";

	private static final String VALUE = "(?:\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'&;,)]+)";

	private static final String NO_VARIABLE = "(?!\"?'?\\$[A-Za-z_{(])";

	/** No {@link #WORD} without one of these. */
	private static final String[] WORDS = { "passw", "passphrase", "secret", "token", "apikey", "api_key", "api-key",
			"accesskey", "access_key", "access-key" };

	private static final List<Shape> SHAPES = List.of(
			// scheme://user:secret@host, but not host:port/path
			shape("([A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/:@\"']{0,200}:)(?!\\d{1,5}[/\\s\"'])" + NO_VARIABLE
					+ "[^\\s\"'<>]{1,2000}(?=@[^@\\s]*)", "://"),
			shape("(authorization[\"']?\\s{0,9}[:=]\\s{0,9}[\"']?(?:(?:bearer|basic|digest|token|apikey)\\s+)?+)"
					+ NO_VARIABLE + "[^\\s\"',;]+", "authorization"),
			shape("(\\bbearer\\s+)" + NO_VARIABLE + "[A-Za-z0-9._~+/=-]{8,}", "bearer"),
			// Watchfloor's own API tokens
			shape("(\\bwft_)[A-Za-z0-9_-]{20,}", "wft_"),
			shape("(\\b(?:x-api-key|x-auth-token|api-key|cookie|set-cookie)\\s{0,9}:\\s{0,9})" + NO_VARIABLE
					+ "[^\\s\"',][^\"'\\n]{0,4000}", "api-key", "auth-token", "cookie"),
			shape("(" + WORD + "\\s{0,3}=\\s{0,3})" + NO_VARIABLE + VALUE, WORDS),
			shape("([\"']" + WORD + "[\"']\\s{0,9}:\\s{0,9})" + NO_VARIABLE
					+ "(?:\"(?:[^\"\\\\\\n]|\\\\.){0,4000}\"|'[^'\\n]*')", WORDS),
			shape("(--?(?:pass|password|passwd|token|secret|api-key)\\s+)" + NO_VARIABLE + VALUE, "pass", "token",
					"secret", "api-key"),
			shape("(\\bpassword\\s+)'[^'\\n]*'", "password"),
			shape("(\\b(?:requirepass|masterauth|masterpass)\\s+)" + NO_VARIABLE + VALUE, "requirepass", "masterauth",
					"masterpass"),
			shape("(\\bredis-cli\\b[^|;&\\n]{0,400}?\\s-a\\s{0,9})" + NO_VARIABLE + VALUE, "redis-cli"),
			shape("(\\bcurl\\b[^|;&\\n]{0,400}?\\s(?:-u|--user)\\s{0,9}[\"']?[^\\s:\"']{0,200}:)" + NO_VARIABLE
					+ "[^\\s\"']+", "curl"),
			shape("(\\bmysql\\w{0,20}\\b[^|;&\\n]{0,400}?\\s-p)" + NO_VARIABLE + "[^\\s\"']+", "mysql"));

	private SecretShapes() {
	}

	private static Shape shape(String expression, String... needed) {
		return new Shape(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), new Needed(needed));
	}

	static String hide(String text, String mark) {
		long hints = Needed.hints(text);
		if (hints == 0) {
			return text;
		}
		String hidden = text;
		for (Shape shape : SHAPES) {
			if (shape.needed().in(text, hints)) {
				hidden = shape.pattern().matcher(hidden).replaceAll("$1" + Matcher.quoteReplacement(mark));
			}
		}
		return hidden;
	}

	/**
	 * A place, and the words of which it holds one.
	 *
	 * @param pattern the place, of which the first group stays
	 * @param needed without them the pattern need not be tried
	 */
	private record Shape(Pattern pattern, Needed needed) {
	}

}
