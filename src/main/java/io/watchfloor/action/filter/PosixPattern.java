package io.watchfloor.action.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A basic or extended regular expression as GNU's {@code grep} reads it, spelt for RE2,
 * which takes time in proportion to the text whatever the expression. What the two read
 * differently is not understood.
 */
final class PosixPattern {

	private static final String OUTSIDE_BASIC = "+?|(){}";

	private final Options options;

	private final String source;

	private final boolean extended;

	private final StringBuilder regex = new StringBuilder();

	private int at;

	PosixPattern(Options options, String source, boolean extended) {
		this.options = options;
		this.source = source;
		this.extended = extended;
	}

	static Pattern compile(Options options, String regex, boolean ignoreCase) {
		try {
			return Pattern.compile(regex, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
		}
		catch (PatternSyntaxException wrong) {
			throw options.problem("'" + wrong.getPattern() + "' is no pattern: " + wrong.getDescription() + ".");
		}
	}

	String regex() {
		if (this.source.startsWith("*") || this.source.indexOf('\n') >= 0) {
			throw refused("it starts with * or holds a line end");
		}
		while (this.at < this.source.length()) {
			char c = this.source.charAt(this.at);
			switch (c) {
				case '\\' -> escape();
				case '[' -> bracket();
				case '+', '?', '|', '(', ')', '{', '}' -> special(c);
				case '^', '$' -> anchor(c);
				default -> this.regex.append(c);
			}
			this.at++;
		}
		return this.regex.toString();
	}

	private void special(char c) {
		if (this.extended && (c == '{' || c == '}')) {
			bounds();
		}
		else {
			this.regex.append(this.extended ? "" : "\\").append(c);
		}
	}

	/**
	 * {@code {2}}, {@code {1,3}}; a brace that is none is read differently everywhere.
	 */
	private void bounds() {
		int end = this.source.indexOf('}', this.at);
		String inside = (end < 0) ? "" : this.source.substring(this.at + 1, end);
		if (this.source.charAt(this.at) != '{' || !inside.matches("[0-9]{1,3}(,[0-9]{0,3})?")) {
			throw refused("its braces are no repetition");
		}
		this.regex.append('{').append(inside).append('}');
		this.at = end;
	}

	/** In a basic expression ^ and $ are anchors only at the ends. */
	private void anchor(char c) {
		boolean atEdge = (c == '^') ? this.at == 0 : this.at == this.source.length() - 1;
		if (!this.extended && !atEdge) {
			throw refused("it has " + c + " in the middle");
		}
		this.regex.append(c);
	}

	private void escape() {
		if (this.at + 1 == this.source.length()) {
			throw refused("it ends in a backslash");
		}
		this.at++;
		char c = this.source.charAt(this.at);
		if (OUTSIDE_BASIC.indexOf(c) >= 0) {
			if (!this.extended && "{}()".indexOf(c) >= 0) {
				throw refused("its \\" + c + " is not read");
			}
			this.regex.append(this.extended ? "\\" : "").append(c);
		}
		else if ("wWsSbB".indexOf(c) >= 0 || ".[]*^$\\/-".indexOf(c) >= 0) {
			this.regex.append('\\').append(c);
		}
		else if (c == '"' || c == '\'' || c == ':' || c == '=' || c == '@' || c == ',' || c == '#' || c == '%') {
			this.regex.append(c);
		}
		else {
			throw refused("its \\" + c + " is not read");
		}
	}

	/** Within brackets a backslash stands for itself, which RE2 reads otherwise. */
	private void bracket() {
		int from = this.at + 1;
		from += this.source.startsWith("^", from) ? 1 : 0;
		from += this.source.startsWith("]", from) ? 1 : 0;
		int end = from;
		while (end < this.source.length() && this.source.charAt(end) != ']') {
			end = this.source.startsWith("[:", end) ? Math.max(this.source.indexOf(":]", end), end) + 2 : end + 1;
		}
		if (end >= this.source.length()) {
			throw refused("its brackets are not closed");
		}
		String inside = this.source.substring(this.at, end + 1);
		if (inside.contains("[.") || inside.contains("[=") || inside.contains("&&")) {
			throw refused("its brackets are not read");
		}
		this.regex.append(inside.replace("\\", "\\\\"));
		this.at = end;
	}

	private RuntimeException refused(String why) {
		return this.options.problem("the pattern '" + this.source + "' is not understood: " + why + ".");
	}

}
