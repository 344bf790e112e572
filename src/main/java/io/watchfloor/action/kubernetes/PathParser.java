package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a path; what it does not know exactly is refused. */
final class PathParser {

	private static final Pattern SLICE = Pattern.compile("(-?[0-9]{1,6})?:(-?[0-9]{1,6})?");

	private static final Pattern FILTER = Pattern
		.compile("\\?\\(\\s*@((?:\\.[A-Za-z0-9_-]+)+)\\s*(?:(==|!=|<=|>=|<|>)\\s*"
				+ "(\"[^\"\\\\]*\"|'[^'\\\\]*'|-?[0-9]{1,15}|true|false)\\s*)?\\)");

	private final String text;

	private final List<PathStep> steps = new ArrayList<>();

	private int at;

	private PathParser(String text) {
		this.text = text;
	}

	static JsonPath path(String text) {
		PathParser parser = new PathParser(text);
		while (parser.at < text.length()) {
			parser.step();
		}
		return new JsonPath(List.copyOf(parser.steps));
	}

	private void step() {
		if (this.text.charAt(this.at) == '.') {
			this.at++;
			name();
		}
		else if (this.text.charAt(this.at) == '[') {
			int close = closing();
			this.steps.add(bracket(this.text.substring(this.at + 1, close)));
			this.at = close + 1;
		}
		else {
			throw refused();
		}
	}

	/** A backslash takes the next character as it is: {@code .tls\.crt}. */
	private void name() {
		StringBuilder name = new StringBuilder();
		while (this.at < this.text.length() && this.text.charAt(this.at) != '.' && this.text.charAt(this.at) != '[') {
			char c = this.text.charAt(this.at++);
			if (c == '\\' && this.at < this.text.length()) {
				name.append(this.text.charAt(this.at++));
			}
			else if (Character.isLetterOrDigit(c) || "_-/".indexOf(c) >= 0) {
				name.append(c);
			}
			else {
				throw refused();
			}
		}
		boolean root = name.isEmpty() && this.steps.isEmpty() && this.text.length() == 1;
		boolean beforeBracket = name.isEmpty() && this.at < this.text.length() && this.text.charAt(this.at) == '[';
		if (!name.isEmpty()) {
			this.steps.add(new PathStep.Field(name.toString()));
		}
		else if (!root && !beforeBracket) {
			throw refused();
		}
	}

	private int closing() {
		@Nullable Character quote = null;
		for (int i = this.at + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (quote != null) {
				quote = (c == quote) ? null : quote;
			}
			else if (c == '"' || c == '\'') {
				quote = c;
			}
			else if (c == ']') {
				return i;
			}
		}
		throw refused();
	}

	private PathStep bracket(String inside) {
		if (inside.equals("*")) {
			return new PathStep.Slice(null, null);
		}
		if (inside.matches("-?[0-9]{1,6}")) {
			int index = Integer.parseInt(inside);
			return new PathStep.Slice(index, (index == -1) ? null : Integer.valueOf(index + 1));
		}
		if (inside.matches("'[^'\\\\,]+'|\"[^\"\\\\,]+\"")) {
			return new PathStep.Field(inside.substring(1, inside.length() - 1));
		}
		Matcher slice = SLICE.matcher(inside);
		if (slice.matches()) {
			return new PathStep.Slice(number(slice.group(1)), number(slice.group(2)));
		}
		Matcher filter = FILTER.matcher(inside);
		if (filter.matches()) {
			return new PathStep.Filter(path(filter.group(1)), (filter.group(2) != null) ? filter.group(2) : "",
					literal(filter.group(3)));
		}
		throw refused();
	}

	private static @Nullable Integer number(@Nullable String text) {
		return (text == null) ? null : Integer.valueOf(text);
	}

	private static @Nullable JsonNode literal(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return Json.read(text.startsWith("'") ? "\"" + text.substring(1, text.length() - 1) + "\"" : text);
	}

	private IllegalArgumentException refused() {
		return new IllegalArgumentException("the path '" + this.text + "' is not understood");
	}

}
