package io.watchfloor.command;

import io.watchfloor.command.Word.Expansion;
import io.watchfloor.command.Word.Variable;

/** Reads one word, from its first character up to the blank or operator behind it. */
final class WordReader {

	private final String text;

	private final WordShape shape = new WordShape();

	private int at;

	WordReader(String text, int start) {
		this.text = text;
		this.at = start;
	}

	/** Reads the word; returns the offset behind it. */
	int read() {
		while (this.at < this.text.length() && " \t\n|&;<>()".indexOf(this.text.charAt(this.at)) < 0) {
			switch (this.text.charAt(this.at)) {
				case '\\' -> escape();
				case '\'' -> single();
				case '"' -> doubleQuoted();
				case '$' -> dollar(false);
				case '`' -> expansion(Expansion.Kind.COMMAND, Nesting.end(this.text, this.at, false));
				default -> {
					this.shape.plain(this.text.charAt(this.at));
					this.at++;
				}
			}
		}
		return this.at;
	}

	WordShape shape() {
		return this.shape;
	}

	private void escape() {
		if (this.at + 1 == this.text.length()) {
			throw new Unsplittable("It ends in a backslash, on which shells disagree.");
		}
		if (this.text.charAt(this.at + 1) != '\n') {
			this.shape.quoted(this.text.charAt(this.at + 1));
		}
		this.at += 2;
	}

	private void single() {
		int end = Nesting.endOfSingle(this.text, this.at, false);
		this.text.substring(this.at + 1, end - 1).chars().forEach((c) -> this.shape.quoted((char) c));
		this.at = end;
	}

	private void doubleQuoted() {
		int end = Nesting.end(this.text, this.at, false);
		this.at++;
		while (this.at < end - 1) {
			switch (this.text.charAt(this.at)) {
				case '\\' -> escapeInDouble();
				case '$' -> dollar(true);
				case '`' -> expansion(Expansion.Kind.COMMAND, Nesting.end(this.text, this.at, true));
				default -> {
					this.shape.quoted(this.text.charAt(this.at));
					this.at++;
				}
			}
		}
		this.at = end;
	}

	/** Between double quotes a backslash escapes only $ ` " \ and the line end. */
	private void escapeInDouble() {
		char next = this.text.charAt(this.at + 1);
		if ("$`\"\\\n".indexOf(next) < 0) {
			this.shape.quoted('\\');
		}
		if (next != '\n') {
			this.shape.quoted(next);
		}
		this.at += 2;
	}

	private void dollar(boolean quoted) {
		char next = (this.at + 1 < this.text.length()) ? this.text.charAt(this.at + 1) : ' ';
		switch (next) {
			case '(' -> substitution(quoted);
			case '{' -> parameter(quoted);
			case '\\' -> {
				refuseContinuation(this.at + 1);
				dollarItself(quoted);
			}
			case '[' -> throw new Unsplittable("It holds $[…], the old arithmetic of bash.");
			case '\'', '"' -> {
				if (quoted) {
					dollarItself(true);
				}
				else {
					dollarQuote(next);
				}
			}
			case '?', '$', '!', '#', '@', '*', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
				expansion(Expansion.Kind.PARAMETER, this.at + 2);
			default -> {
				if (isName(next)) {
					variable();
				}
				else {
					dollarItself(quoted);
				}
			}
		}
	}

	private void dollarItself(boolean quoted) {
		if (quoted) {
			this.shape.quoted('$');
		}
		else {
			this.shape.plain('$');
		}
		this.at++;
	}

	private void substitution(boolean quoted) {
		int end = Nesting.end(this.text, this.at, quoted);
		boolean arithmetic = this.text.startsWith("$((", this.at) && this.text.startsWith("))", end - 2);
		expansion(arithmetic ? Expansion.Kind.ARITHMETIC : Expansion.Kind.COMMAND, end);
	}

	private void parameter(boolean quoted) {
		int end = Nesting.end(this.text, this.at, quoted);
		String name = this.text.substring(this.at + 2, end - 1);
		if (!name.isEmpty() && isName(name.charAt(0)) && name.chars().allMatch((c) -> isName(c) || isDigit(c))) {
			this.shape.expansion(new Variable(name));
			this.at = end;
		}
		else {
			expansion(Expansion.Kind.PARAMETER, end);
		}
	}

	private void variable() {
		int end = this.at + 1;
		while (end < this.text.length() && (isName(this.text.charAt(end)) || isDigit(this.text.charAt(end)))) {
			end++;
		}
		refuseContinuation(end);
		this.shape.expansion(new Variable(this.text.substring(this.at + 1, end)));
		this.at = end;
	}

	private void dollarQuote(char quote) {
		int end = (quote == '"') ? Nesting.end(this.text, this.at + 1, false)
				: Nesting.endOfSingle(this.text, this.at + 1, true);
		String inner = this.text.substring(this.at + 2, end - 1);
		if (quote == '"' || inner.indexOf('\\') >= 0) {
			expansion(Expansion.Kind.QUOTE, end);
		}
		else {
			inner.chars().forEach((c) -> this.shape.quoted((char) c));
			this.at = end;
		}
	}

	/** A shell joins the lines first, so the name would go on. */
	private void refuseContinuation(int behind) {
		if (this.text.startsWith("\\\n", behind)) {
			throw new Unsplittable("A line is continued inside a variable's name.");
		}
	}

	private void expansion(Expansion.Kind kind, int end) {
		this.shape.expansion(new Expansion(kind, this.text.substring(this.at, end)));
		this.at = end;
	}

	private static boolean isName(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

}
