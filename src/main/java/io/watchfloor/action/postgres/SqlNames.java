package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads names of tables and their like out of a statement. */
final class SqlNames {

	private static final Set<String> NO_NAME = Set.of("if", "only", "concurrently", "on", "cascade", "using", "full",
			"verbose", "analyze");

	private SqlNames() {
	}

	/** The name that starts at a token. */
	static String at(SqlText text, int at) {
		int end = end(text, at);
		String name = text.tokens().subList(at, end).stream().map(SqlToken::text).collect(Collectors.joining());
		if (end == at || NO_NAME.contains(text.word(at))) {
			throw new IllegalArgumentException("there is no name where one must be");
		}
		SqlName.demand(name);
		return name;
	}

	/** The token after the name that starts at a token. */
	static int end(SqlText text, int at) {
		int end = at;
		while (end < text.tokens().size() && part(text.tokens().get(end))) {
			boolean dot = end + 1 < text.tokens().size() && text.tokens().get(end + 1).is(".");
			end += dot ? 2 : 1;
			if (!dot) {
				return end;
			}
		}
		return end;
	}

	private static boolean part(SqlToken token) {
		return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
	}

	/** Names with commas between them, and nothing else. */
	static List<String> list(SqlText text, int from, int to) {
		List<String> names = new ArrayList<>();
		int at = from;
		while (at < to) {
			names.add(at(text, at));
			at = end(text, at);
			if (at < to && !text.tokens().get(at).is(",")) {
				throw new IllegalArgumentException("'" + text.tokens().get(at).text() + "' is not understood here");
			}
			at += (at < to) ? 1 : 0;
		}
		if (names.isEmpty()) {
			throw new IllegalArgumentException("it names nothing");
		}
		return names;
	}

}
