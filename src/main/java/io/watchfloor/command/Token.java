package io.watchfloor.command;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a shell text.
 *
 * @param value the operator, the word's shape as text, or why the rest cannot be read
 * @param shape of a word
 * @param document the here-document that a word names
 */
record Token(Kind kind, int start, int end, String value, @Nullable WordShape shape, @Nullable Word document) {

	boolean is(String operator) {
		return this.kind == Kind.OPERATOR && this.value.equals(operator);
	}

	boolean isRedirection() {
		return this.kind == Kind.OPERATOR && switch (this.value) {
			case "<", ">", ">>", ">&", "<&", "&>", "&>>", ">|", "<>", "<<", "<<-", "<<<" -> true;
			case String other -> false;
		};
	}

	/** Whether the token ends a simple command. */
	boolean isEnd() {
		return this.kind != Kind.WORD && !isRedirection();
	}

	enum Kind {

		WORD, OPERATOR, NEWLINE, COMMENT,
		/** From here on nothing can be told apart: an open quote. */
		BROKEN,
		/** The end of the text. */
		END

	}

}
