package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of SQL. Comments, dollar quotes and prefixed strings are none: refused. */
record SqlToken(Kind kind, String text) {

	/** What it is. */
	enum Kind {

		/** A key word, a name or a function. */
		WORD,
		/** A name in double quotes. */
		QUOTED,
		/** Text in single quotes. */
		STRING,
		/** Digits. */
		NUMBER,
		/** One character of an operator or bracket. */
		SYMBOL

	}

	private static final Pattern TOKEN = Pattern.compile("\\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
			+ "|(?<quoted>\"(?:[^\"]|\"\")+\")|(?<string>'(?:[^']|'')*')|(?<number>[0-9]+(?:\\.[0-9]+)?)"
			+ "|(?<symbol>[-+*/<>=~!%^|#(),.;:\\[\\]])");

	static List<SqlToken> split(String sql) {
		if (sql.contains("--") || sql.contains("/*")) {
			throw new IllegalArgumentException("it holds a comment");
		}
		List<SqlToken> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(sql);
		int at = 0;
		while (at < sql.length()) {
			if (!matcher.find(at) || matcher.start() != at) {
				throw new IllegalArgumentException("'" + sql.charAt(at) + "' is not understood");
			}
			add(tokens, matcher);
			at = matcher.end();
			if (matcher.group("word") != null && at < sql.length() && "'\"".indexOf(sql.charAt(at)) >= 0) {
				throw new IllegalArgumentException("a string with a prefix is not understood");
			}
		}
		return tokens;
	}

	private static void add(List<SqlToken> tokens, Matcher matcher) {
		for (Kind kind : Kind.values()) {
			String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
			if (text != null) {
				tokens.add(new SqlToken(kind, text));
			}
		}
	}

}
