package io.watchfloor.action.postgres;

import java.util.Locale;

/**
 * A piece of SQL as PostgreSQL splits it, with {@code standard_conforming_strings} on.
 *
 * @param text as written
 * @param start where it begins in the text
 */
record SqlToken(Kind kind, String text, int start) {

	/** What it is. */
	enum Kind {

		/** A key word, a name or a function. */
		WORD,
		/** A name in double quotes. */
		QUOTED,
		/** Text in single quotes, with or without a prefix, or in dollar quotes. */
		STRING,
		/** Digits. */
		NUMBER,
		/** One character of an operator, bracket or separator. */
		SYMBOL

	}

	int end() {
		return this.start + this.text.length();
	}

	/** A key word in lower case; empty for anything but a word. */
	String word() {
		return (this.kind == Kind.WORD) ? this.text.toLowerCase(Locale.ROOT) : "";
	}

	boolean is(String symbol) {
		return this.kind == Kind.SYMBOL && this.text.equals(symbol);
	}

}
