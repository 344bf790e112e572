package io.watchfloor.command;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Finds where {@code $(…)}, <code>${…}</code>, "…" or `…` ends, quotes inside respected.
 */
final class Nesting {

	private static final int DEEPEST = 64;

	private final String text;

	/** The characters that close what is open, innermost first. */
	private final Deque<Character> closers = new ArrayDeque<>();

	private int at;

	private Nesting(String text, int at) {
		this.text = text;
		this.at = at;
	}

	/**
	 * Returns the offset behind the construct.
	 * @param start offset of its first character: a dollar sign, a double quote, a
	 * backquote
	 * @param quoted whether it stands inside double quotes
	 */
	static int end(String text, int start, boolean quoted) {
		Nesting nesting = new Nesting(text, start);
		if (quoted) {
			nesting.closers.push('"');
		}
		int depth = nesting.closers.size();
		nesting.step();
		while (nesting.closers.size() > depth) {
			if (nesting.at >= text.length()) {
				throw new Unsplittable("A quote or bracket is not closed.");
			}
			nesting.step();
		}
		return nesting.at;
	}

	private void step() {
		char c = this.text.charAt(this.at);
		Character closer = this.closers.peek();
		if (c == '\\') {
			this.at += 2;
		}
		else if (closer != null && c == closer) {
			this.closers.pop();
			this.at++;
		}
		else if (closer != null && closer == '`') {
			this.at++;
		}
		else if (c == '$' && (next('(') || next('{'))) {
			open(next('(') ? ')' : '}', 2);
		}
		else if (c == '`') {
			open('`', 1);
		}
		else if (closer != null && closer == '"') {
			this.at++;
		}
		else {
			unquoted(c, closer);
		}
	}

	private void unquoted(char c, @Nullable Character closer) {
		switch (c) {
			case '"' -> open('"', 1);
			case '\'' -> singleQuoted();
			case '(' -> bracket(closer);
			case '#' -> comment();
			case '<' -> {
				if (closer != null && next('<')) {
					throw new Unsplittable("It holds a here-document inside $(…).");
				}
				this.at++;
			}
			default -> this.at++;
		}
	}

	private void bracket(@Nullable Character closer) {
		if (closer != null && closer == ')') {
			open(')', 1);
		}
		else {
			this.at++;
		}
	}

	/** A shell and its brothers disagree about single quotes in "${a:-'b'}". */
	private void singleQuoted() {
		Character closer = this.closers.peek();
		if (closer != null && closer == '}' && this.closers.contains('"')) {
			throw new Unsplittable("It holds a single quote inside \"${…}\".");
		}
		boolean escapes = this.at > 0 && this.text.charAt(this.at - 1) == '$';
		this.at = endOfSingle(this.text, this.at, escapes);
	}

	private void comment() {
		boolean wordStart = " \t\n;&|(".indexOf(this.text.charAt(this.at - 1)) >= 0;
		Character closer = this.closers.peek();
		if (wordStart && closer != null && closer == ')') {
			int end = this.text.indexOf('\n', this.at);
			this.at = (end < 0) ? this.text.length() : end;
		}
		else {
			this.at++;
		}
	}

	private void open(char closer, int length) {
		if (this.closers.size() > DEEPEST) {
			throw new Unsplittable("It is nested too deeply.");
		}
		this.closers.push(closer);
		this.at += length;
	}

	private boolean next(char c) {
		return this.at + 1 < this.text.length() && this.text.charAt(this.at + 1) == c;
	}

	/**
	 * Returns the offset behind the closing single quote.
	 * @param start offset of the opening quote
	 * @param escapes whether a backslash escapes, as in {@code $'…'}
	 */
	static int endOfSingle(String text, int start, boolean escapes) {
		int at = start + 1;
		while (at < text.length() && text.charAt(at) != '\'') {
			at += (escapes && text.charAt(at) == '\\') ? 2 : 1;
		}
		if (at >= text.length()) {
			throw new Unsplittable("A single quote is not closed.");
		}
		return at + 1;
	}

}
