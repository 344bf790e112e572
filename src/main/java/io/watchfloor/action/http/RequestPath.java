package io.watchfloor.action.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be sent: a path that stays on the server, headers that carry no secret. */
final class RequestPath {

	private static final Pattern PATH = Pattern.compile("/[!$%&'()*+,./:;=?@A-Za-z0-9_~-]*");

	private static final Pattern DOTS = Pattern.compile("(?i)^[^?]*/(?:\\.|%2e){1,2}(?:[/?]|$)");

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,80}");

	private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,500}");

	/** Those that sign in, or that the client sets itself. */
	private static final Set<String> REFUSED = Set.of("authorization", "proxy-authorization", "cookie", "host",
			"content-length", "connection", "upgrade", "transfer-encoding", "expect");

	private static final Pattern SECRET = Pattern.compile("key|token|secret|password|auth|session|credential");

	/** What a service may well do when it is only asked. */
	private static final Set<String> DEEDS = Set.of("abort", "cancel", "clear", "delete", "deploy", "destroy",
			"disable", "drain", "drop", "enable", "evict", "exec", "execute", "expire", "failover", "flush",
			"invalidate", "kill", "migrate", "pause", "promote", "purge", "quit", "reboot", "reindex", "reload",
			"remove", "replay", "reset", "restart", "restore", "resume", "resync", "retry", "revoke", "rollback", "run",
			"shutdown", "start", "stop", "terminate", "trigger", "truncate", "unlock", "wipe");

	private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+");

	private RequestPath() {
	}

	static void demand(String path) {
		if (!PATH.matcher(path).matches() || path.startsWith("//")) {
			throw new IllegalArgumentException(
					"a path starts with one slash and is percent-encoded, not '" + path + "'");
		}
		if (DOTS.matcher(path).find()) {
			throw new IllegalArgumentException(
					"where '" + path + "' leads is settled by who sends it; write the path " + "without '.' and '..'");
		}
	}

	/**
	 * As {@link #demand}, and the address names no deed: a read goes out by itself, and
	 * many services do what such an address says when they are merely asked for it.
	 */
	static void demandRead(String path) {
		demand(path);
		String[] parts = URLDecoder.decode(path, StandardCharsets.UTF_8).split("\\?", 2);
		Stream<String> words = WORD.matcher(parts[0]).results().map(MatchResult::group);
		Stream<String> values = Arrays.stream((parts.length > 1) ? parts[1].split("&") : new String[0])
			.map((pair) -> pair.substring(pair.indexOf('=') + 1));
		Stream.concat(words, values)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.filter(DEEDS::contains)
			.findFirst()
			.ifPresent((word) -> {
				throw new IllegalArgumentException(
						"the address says '" + word + "', so asking for it may change something; do it by hand");
			});
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
