package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code aws} command's shorthand for structures: {@code Key=a,Values=b,c},
 * {@code Names=[a,b]}, {@code In={Key=a}}. Knows no model, so every scalar is text. The
 * grammar, with where it goes back and which quotes it takes, is that of awscli's
 * {@code ShorthandParser}; the assignment from a file ({@code @=}) is refused.
 */
final class Shorthand {

	private static final Pattern SINGLE = Pattern.compile("'(?:\\\\'|[^'])*'");

	private static final Pattern DOUBLE = Pattern.compile("\"(?:\\\\\"|[^\"])*\"");

	private static final String START = "!#-&(-+\\--<>-Z\\\\-z|-\\uffff";

	private static final Pattern FIRST = Pattern
		.compile("(\\\\,|[" + START + "])(\\\\,|[\\s!#-&(-+\\--\\\\^-|~-\\uffff])*");

	private static final Pattern SECOND = Pattern.compile("(\\\\,|[" + START + "])(\\\\,|[\\s!#-&(-+\\--<>-\\uffff])*");

	private static final String KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.#/:";

	private static final char END = '\uffff';

	private final String text;

	private int at;

	private Shorthand(String text) {
		this.text = text;
	}

	/**
	 * Parses a whole value.
	 * @throws IllegalArgumentException where it does not fit
	 */
	static Map<String, Object> parse(String text) {
		return new Shorthand(text).parameter();
	}

	private Map<String, Object> parameter() {
		Map<String, Object> values = new LinkedHashMap<>();
		keyValue(values);
		while (this.at < this.text.length()) {
			expect(',');
			keyValue(values);
		}
		return values;
	}

	private void keyValue(Map<String, Object> values) {
		String key = key();
		Object value = values();
		if (values.put(key, value) != null) {
			throw new IllegalArgumentException("'" + key + "' stands twice in '" + this.text + "'");
		}
	}

	/** A key and the sign behind it. */
	private String key() {
		int start = this.at;
		while (this.at < this.text.length() && KEY.indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
		String key = this.text.substring(start, this.at);
		skipBlanks();
		if (current() == '@') {
			throw new IllegalArgumentException("'" + this.text + "' takes a value from a file");
		}
		expect('=');
		return key;
	}

	private Object values() {
		return switch (current()) {
			case END -> "";
			case '[' -> list();
			case '{' -> hash();
			default -> commaSeparated();
		};
	}

	private Object commaSeparated() {
		String first = first();
		skipBlanks();
		if (current() != ',') {
			return first;
		}
		expect(',');
		List<Object> values = new ArrayList<>(List.of(first));
		while (more(values)) {
			skipBlanks();
		}
		return (values.size() == 1) ? first : values;
	}

	/**
	 * Takes one more value of {@code a=b,c}. In {@code a=b,c=d} the word behind the comma
	 * turns out to be the next key, and it goes back to the comma.
	 */
	private boolean more(List<Object> values) {
		try {
			String value = second();
			skipBlanks();
			boolean last = this.at >= this.text.length();
			if (!last) {
				expect(',');
			}
			values.add(value);
			return !last;
		}
		catch (Misfit misfit) {
			if (this.at >= this.text.length()) {
				throw misfit;
			}
			this.at = this.text.lastIndexOf(',', this.at);
			return false;
		}
	}

	private List<Object> list() {
		List<Object> values = new ArrayList<>();
		expect('[');
		while (current() != ']') {
			values.add(explicit());
			separate(']');
		}
		expectHere(']');
		return values;
	}

	private Map<String, Object> hash() {
		Map<String, Object> values = new LinkedHashMap<>();
		expect('{');
		while (current() != '}') {
			String key = key();
			values.put(key, explicit());
			separate('}');
		}
		expectHere('}');
		return values;
	}

	private void separate(char close) {
		skipBlanks();
		if (current() != close) {
			expectHere(',');
			skipBlanks();
		}
	}

	private Object explicit() {
		return switch (current()) {
			case '[' -> list();
			case '{' -> hash();
			default -> first();
		};
	}

	private String first() {
		return switch (current()) {
			case '\'' -> quoted(SINGLE, "'");
			case '"' -> quoted(DOUBLE, "\"");
			default -> plain(FIRST, false);
		};
	}

	private String second() {
		return switch (current()) {
			case '\'' -> quoted(SINGLE, "'");
			case '"' -> quoted(DOUBLE, "\"");
			default -> plain(SECOND, true);
		};
	}

	private String plain(Pattern pattern, boolean demanded) {
		Matcher matcher = pattern.matcher(this.text).region(this.at, this.text.length());
		if (!matcher.lookingAt()) {
			if (demanded) {
				throw new Misfit(this.text);
			}
			return "";
		}
		this.at = matcher.end();
		return matcher.group().replace("\\,", ",").stripTrailing();
	}

	private String quoted(Pattern pattern, String quote) {
		Matcher matcher = pattern.matcher(this.text).region(this.at, this.text.length());
		if (!matcher.lookingAt()) {
			throw new Misfit(this.text);
		}
		this.at = matcher.end();
		String inner = matcher.group().substring(1, matcher.group().length() - 1);
		return inner.replace("\\" + quote, quote).replace("\\\\", "\\");
	}

	/** Takes a sign with the blanks around it. */
	private void expect(char sign) {
		skipBlanks();
		expectHere(sign);
		skipBlanks();
	}

	private void expectHere(char sign) {
		if (this.at >= this.text.length() || this.text.charAt(this.at) != sign) {
			throw new Misfit(this.text);
		}
		this.at++;
	}

	private char current() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : END;
	}

	private void skipBlanks() {
		while (this.at < this.text.length() && Character.isWhitespace(this.text.charAt(this.at))) {
			this.at++;
		}
	}

	/** It does not go on as the grammar says. */
	private static final class Misfit extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		private Misfit(String text) {
			super("'" + text + "' is neither JSON nor the shorthand Key=value,Key=value");
		}

	}

}
