package io.watchfloor.action.prometheus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * The little of PromQL that must be known to send it safely: that it is one expression,
 * with its brackets and quotes closed. Whether it means something, the server says.
 */
final class PromQl {

	private static final int LONGEST = 8_000;

	private static final Pattern INSTANT = Pattern
		.compile("[0-9]{1,12}(\\.[0-9]{1,6})?|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})");

	private static final Pattern STEP = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,3})?|([0-9]{1,6}(ms|[smhdwy]))+");

	private PromQl() {
	}

	/** The expression on one line, without comments. */
	static String demand(String written) {
		StringBuilder text = new StringBuilder();
		Deque<Character> open = new ArrayDeque<>();
		for (int at = 0; at < written.length(); at++) {
			char c = written.charAt(at);
			if (c == '"' || c == '\'' || c == '`') {
				int end = endOfString(written, at);
				text.append(written, at, end);
				at = end - 1;
			}
			else if (c == '#') {
				int end = written.indexOf('\n', at);
				at = (end < 0) ? written.length() : end;
				text.append(' ');
			}
			else {
				bracket(c, open);
				text.append(Character.isWhitespace(c) ? ' ' : c);
			}
		}
		String expression = text.toString().strip().replaceAll("(?<=[^\"'`]) {2,}(?=[^\"'`])", " ");
		if (expression.isEmpty() || expression.length() > LONGEST || !open.isEmpty()
				|| expression.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("it is no expression with all its brackets closed");
		}
		return expression;
	}

	private static int endOfString(String text, int start) {
		char quote = text.charAt(start);
		for (int at = start + 1; at < text.length(); at++) {
			if (text.charAt(at) == '\\' && quote != '`') {
				at++;
			}
			else if (text.charAt(at) == quote) {
				return at + 1;
			}
		}
		throw new IllegalArgumentException("a string is not closed");
	}

	private static void bracket(char c, Deque<Character> open) {
		int kind = "([{".indexOf(c);
		if (kind >= 0) {
			open.push(")]}".charAt(kind));
		}
		else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
			throw new IllegalArgumentException("its brackets do not match");
		}
		else if (c == ';' || c == '$' || c == '\\') {
			throw new IllegalArgumentException("'" + c + "' is no part of PromQL");
		}
	}

	static void demandInstant(String text) {
		if (!INSTANT.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no instant; seconds since 1970 and RFC 3339 are");
		}
	}

	static void demandStep(String text) {
		if (!STEP.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no step");
		}
	}

}
