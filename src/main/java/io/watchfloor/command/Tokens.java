package io.watchfloor.command;

import java.util.List;

import io.watchfloor.command.Token.Kind;

/** A place in a list of tokens. */
final class Tokens {

	private final List<Token> tokens;

	private int at;

	Tokens(List<Token> tokens) {
		this.tokens = tokens;
	}

	/** The token here; at the end always {@code END}. */
	Token peek() {
		return this.tokens.get(this.at);
	}

	/** The token behind this one. */
	Token second() {
		return this.tokens.get(Math.min(this.at + 1, this.tokens.size() - 1));
	}

	Token take() {
		Token token = peek();
		if (token.kind() != Kind.END) {
			this.at++;
		}
		return token;
	}

	/** The token last taken. */
	Token last() {
		return this.tokens.get(Math.max(this.at - 1, 0));
	}

	boolean at(Kind kind) {
		return peek().kind() == kind;
	}

	boolean at(String operator) {
		return peek().is(operator);
	}

	void skipLines() {
		while (at(Kind.NEWLINE) || at(Kind.COMMENT)) {
			take();
		}
	}

	/** Whether no command follows. */
	boolean nothingLeft() {
		return this.tokens.subList(this.at, this.tokens.size())
			.stream()
			.allMatch((token) -> token.kind() == Kind.NEWLINE || token.kind() == Kind.COMMENT
					|| token.kind() == Kind.END);
	}

	/** Takes the rest of the line, further where brackets or quotes are open. */
	void skipLine() {
		while (!at(Kind.NEWLINE) && !at(Kind.COMMENT) && !at(Kind.END)) {
			if (at("(") || at("<(") || at(">(")) {
				Compound.skip(this);
			}
			else {
				take();
			}
		}
	}

}
