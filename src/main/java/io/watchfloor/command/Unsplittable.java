package io.watchfloor.command;

/** Why the rest of a text cannot be told apart; caught by the {@link Lexer}. */
final class Unsplittable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Unsplittable(String reason) {
		super(reason, null, false, false);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
