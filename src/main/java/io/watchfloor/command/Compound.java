package io.watchfloor.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import io.watchfloor.command.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a loop, condition, function, group or subshell. What is inside stays
 * unread.
 */
final class Compound {

	/** Words behind which another command starts. */
	private static final Set<String> PREFIXES = Set.of("then", "do", "else", "elif", "!", "time", "coproc");

	private static final Set<String> OPENERS = Set.of("if", "while", "until", "{");

	private final Tokens tokens;

	/** What closes each open construct, innermost first. */
	private final Deque<String> closers = new ArrayDeque<>();

	/** Whether the next word is a command's first. */
	private boolean command = true;

	/** Whether the {@code in} of a {@code case} is still to come. */
	private boolean beforeIn;

	/** Whether a pattern of {@code case} is being read. */
	private boolean pattern;

	private Compound(Tokens tokens) {
		this.tokens = tokens;
	}

	/** Says what kind of compound starts here, or null when a simple command does. */
	static @Nullable String reason(Tokens tokens) {
		Token first = tokens.peek();
		if (first.is("(")) {
			return tokens.second().is("(") ? "It is an arithmetic condition." : "It runs in a subshell.";
		}
		if (first.kind() == Kind.WORD && tokens.second().is("(")) {
			return WordShape.ASSIGNMENT.matcher(first.value()).matches() ? "It sets an array."
					: "It defines a function.";
		}
		return (first.kind() == Kind.WORD) ? switch (first.value()) {
			case "for", "while", "until", "select" -> "It is a loop.";
			case "if", "case", "[[" -> "It is a condition.";
			case "function" -> "It defines a function.";
			case "{" -> "It is a group of commands.";
			case String other -> null;
		} : null;
	}

	/** Whether another command follows this word. */
	static boolean isPrefix(Token token) {
		return token.kind() == Kind.WORD && PREFIXES.contains(token.value());
	}

	/** Takes the whole compound with its redirections; returns whether it was closed. */
	static boolean skip(Tokens tokens) {
		Compound compound = new Compound(tokens);
		compound.header();
		do {
			if (tokens.at(Kind.END) || tokens.at(Kind.BROKEN)) {
				tokens.take();
				return false;
			}
			compound.take();
		}
		while (!compound.closers.isEmpty() || !tokens.peek().isEnd());
		return true;
	}

	/** {@code function name}, {@code name ( )}, {@code name=}: before the body. */
	private void header() {
		boolean keyword = this.tokens.at(Kind.WORD) && this.tokens.peek().value().equals("function");
		if (keyword) {
			this.tokens.take();
		}
		if (!this.tokens.at(Kind.WORD) || !(keyword || this.tokens.second().is("("))) {
			return;
		}
		boolean array = WordShape.ASSIGNMENT.matcher(this.tokens.take().value()).matches();
		if (!array && this.tokens.at("(") && this.tokens.second().is(")")) {
			this.tokens.take();
			this.tokens.take();
		}
		this.tokens.skipLines();
	}

	private void take() {
		Token token = this.tokens.take();
		switch (token.kind()) {
			case WORD -> word(token.value());
			case OPERATOR -> operator(token);
			case NEWLINE -> this.command = true;
			case COMMENT, BROKEN, END -> {
			}
		}
	}

	private void word(String shape) {
		if ("]]".equals(this.closers.peek())) {
			close(shape);
		}
		else if (this.beforeIn && shape.equals("in")) {
			this.beforeIn = false;
			this.pattern = true;
		}
		else if (this.pattern ? shape.equals("esac") : this.command) {
			this.command = OPENERS.contains(shape) || PREFIXES.contains(shape);
			first(shape);
		}
	}

	private void first(String shape) {
		switch (shape) {
			case "for", "while", "until", "select" -> this.closers.push("done");
			case "if" -> this.closers.push("fi");
			case "[[" -> this.closers.push("]]");
			case "{" -> this.closers.push("}");
			case "case" -> {
				this.closers.push("esac");
				this.beforeIn = true;
			}
			case String other -> close(other);
		}
	}

	private void operator(Token token) {
		switch (token.value()) {
			case "(", "<(", ">(" -> {
				if (!this.pattern) {
					this.closers.push(")");
				}
			}
			case ")" -> {
				this.pattern = false;
				close(")");
			}
			case ";;", ";&", ";;&" -> this.pattern = true;
			case String other -> {
			}
		}
		this.command = !token.isRedirection();
	}

	private void close(String closer) {
		if (closer.equals(this.closers.peek())) {
			this.closers.pop();
			this.pattern = false;
		}
	}

}
