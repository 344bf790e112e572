package io.watchfloor.runbook.input;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.runbook.StepInput;

/**
 * Whether a value may go into a hole, by where the hole stands. A whole word takes any
 * text on one line that could not be a flag; inside a word only characters that separate
 * nothing; inside a longer text, such as a query, only one name or one number.
 */
final class SafeValue {

	private static final int LONGEST = 2_000;

	private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9_.:@/+](?:[A-Za-z0-9_.:@/+-]*[A-Za-z0-9_.:@/+])?");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{1,9})?");

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

	/** What means something else than a name, in SQL, PromQL or jq. */
	private static final Set<String> WORDS = Set.of("true", "false", "null", "not", "and", "or", "all", "any", "some",
			"select", "from", "where", "union", "drop", "delete", "update", "insert", "table", "exists", "in", "is",
			"like", "between", "case", "when", "then", "else", "end", "cast", "default", "current_user", "user",
			"session_user", "current_date", "current_timestamp", "localtime", "localtimestamp", "current_role",
			"current_catalog", "current_schema", "unknown", "set", "into", "as", "on", "by", "group", "order", "limit",
			"offset", "having", "with", "only", "cascade", "restrict", "if", "unless", "without", "ignoring", "bool",
			"public", "asc", "desc", "distinct", "join", "left", "right", "full", "inner", "outer", "cross", "natural",
			"using", "fetch", "for", "grant", "to", "window", "analyze", "verbose", "freeze", "concurrently", "schema",
			"database", "system", "index", "view", "truncate", "alter", "create", "execute", "call", "do", "returning");

	private SafeValue() {
	}

	/** Why a value may not go where the hole stands; empty when it may. */
	static Optional<String> objection(Template template, int hole, StepInput.Kind kind, String value) {
		if (value.isBlank()) {
			return Optional.of("is empty");
		}
		if (value.length() > LONGEST) {
			return Optional.of("is longer than " + LONGEST + " characters");
		}
		if (value.chars()
			.anyMatch((c) -> Character.isISOControl(c) || (c >= Masked.FIRST && c <= Masked.FILL)
					|| Character.getType(c) == Character.FORMAT)) {
			return Optional.of("holds a line break or another control character");
		}
		if (kind == StepInput.Kind.NUMBER && !NUMBER.matcher(value).matches()) {
			return Optional.of("must be a number");
		}
		String mark = String.valueOf((char) (Masked.FIRST + hole));
		return template.around(hole)
			.stream()
			.flatMap((word) -> objection(word, mark, kind, value).stream())
			.findFirst();
	}

	private static Optional<String> objection(String word, String mark, StepInput.Kind kind, String value) {
		if (word.equals(mark)) {
			return value.startsWith("-") || !value.equals(value.strip())
					? Optional.of("may not start with '-' or a blank") : Optional.empty();
		}
		boolean path = value.contains("//") && kind != StepInput.Kind.ADDRESS;
		if (!PIECE.matcher(value).matches() || value.contains("--") || value.contains("..") || path) {
			return Optional.of("stands inside a longer word, where only letters, digits and _ . : @ / + - may go");
		}
		if (word.chars().noneMatch((c) -> Character.isWhitespace(c) || "{}()[];,\"'".indexOf(c) >= 0)) {
			return Optional.empty();
		}
		return text(word, mark, kind, value);
	}

	/** In a query: within quotes any piece, outside one name or number. */
	private static Optional<String> text(String word, String mark, StepInput.Kind kind, String value) {
		for (int at = word.indexOf(mark); at >= 0; at = word.indexOf(mark, at + 1)) {
			boolean quoted = quoted(word, at);
			boolean name = IDENTIFIER.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
			boolean fits = (kind == StepInput.Kind.NUMBER) ? NUMBER.matcher(value).matches() : name;
			if (!quoted && !fits && kind != StepInput.Kind.DURATION) {
				return Optional.of("stands in a query, where only one name or number may go");
			}
			if (!quoted && kind == StepInput.Kind.DURATION && !value.matches("\\d{1,6}[a-z]{1,2}")) {
				return Optional.of("must be a number and a unit, such as 5m");
			}
		}
		return Optional.empty();
	}

	private static boolean quoted(String word, int at) {
		char open = 0;
		for (int i = 0; i < at; i++) {
			char c = word.charAt(i);
			if (open == 0 && (c == '"' || c == '\'')) {
				open = c;
			}
			else if (c == open) {
				open = 0;
			}
		}
		return open != 0;
	}

}
