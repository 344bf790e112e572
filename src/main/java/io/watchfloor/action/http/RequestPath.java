package io.watchfloor.action.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be sent: a path that stays on the server, headers that carry no secret. */
final class RequestPath {

	private static final Pattern PATH = Pattern.compile("/[!$%&'()*+,./:;=?@A-Za-z0-9_~-]*");

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,80}");

	private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,500}");

	/** Those that sign in, or that the client sets itself. */
	private static final Set<String> REFUSED = Set.of("authorization", "proxy-authorization", "cookie", "host",
			"content-length", "connection", "upgrade", "transfer-encoding", "expect");

	private static final Pattern SECRET = Pattern.compile("key|token|secret|password|auth|session|credential");

	private RequestPath() {
	}

	static void demand(String path) {
		if (!PATH.matcher(path).matches() || path.startsWith("//")) {
			throw new IllegalArgumentException(
					"a path starts with one slash and is percent-encoded, not '" + path + "'");
		}
	}

	/** Whether a header's name says that it carries a secret. */
	static boolean secret(String header) {
		return HEADER.matcher(header).matches() && SECRET.matcher(header.toLowerCase(Locale.ROOT)).find();
	}

	static void demandHeader(String name, String value) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (!HEADER.matcher(name).matches() || !VALUE.matcher(value).matches() || REFUSED.contains(lower)
				|| SECRET.matcher(lower).find()) {
			throw new IllegalArgumentException("the header " + name + " is not sent: it may carry a secret");
		}
	}

}
