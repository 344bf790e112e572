package io.watchfloor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.SimpleCommand.Redirection;
import io.watchfloor.command.Token.Kind;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import org.jspecify.annotations.Nullable;

/** Reads commands joined by {@code |} up to the connector behind them. */
final class PipelineParser {

	private static final Set<String> CLOSERS = Set.of("fi", "done", "esac", "}");

	private final Tokens tokens;

	private final List<SimpleCommand> stages = new ArrayList<>();

	/** The first thing found that keeps the pipeline whole. */
	private @Nullable String reason;

	private boolean hereDocument;

	PipelineParser(Tokens tokens) {
		this.tokens = tokens;
	}

	Understanding<Pipeline> read() {
		stage();
		while (this.tokens.at("|") || this.tokens.at("|&")) {
			if (this.tokens.take().is("|&")) {
				refuse("It pipes with |&.");
			}
			this.tokens.skipLines();
			stage();
		}
		if (!atConnector()) {
			refuse(unexpected(this.tokens.peek()));
			this.tokens.skipLine();
		}
		return (this.reason != null) ? new NotUnderstood<>(this.reason) : new Understood<>(new Pipeline(this.stages));
	}

	boolean hasHereDocument() {
		return this.hereDocument;
	}

	private boolean atConnector() {
		Token token = this.tokens.peek();
		return switch (token.kind()) {
			case NEWLINE, COMMENT, END -> true;
			case OPERATOR -> token.is("&&") || token.is("||") || token.is(";") || token.is("&");
			case WORD, BROKEN -> false;
		};
	}

	private static String unexpected(Token token) {
		if (token.kind() == Kind.BROKEN) {
			return token.value();
		}
		return (token.is("<(") || token.is(">(")) ? "It reads from or writes to a command in brackets."
				: "'" + token.value() + "' is not expected here.";
	}

	private void stage() {
		while (Compound.isPrefix(this.tokens.peek())) {
			refuse("'" + this.tokens.take().value() + "' is a word of the shell.");
		}
		String compound = Compound.reason(this.tokens);
		if (compound == null) {
			simple();
			return;
		}
		refuse(compound);
		this.hereDocument = true;
		if (!Compound.skip(this.tokens)) {
			this.reason = compound + " It is not closed.";
		}
	}

	private void simple() {
		List<Assignment> assignments = new ArrayList<>();
		List<Word> words = new ArrayList<>();
		List<Redirection> redirections = new ArrayList<>();
		while (!this.tokens.peek().isEnd()) {
			if (this.tokens.peek().isRedirection()) {
				redirection(-1, redirections);
			}
			else {
				word(assignments, words, redirections);
			}
		}
		boolean nothing = assignments.isEmpty() && words.isEmpty() && redirections.isEmpty();
		if (nothing && (atConnector() || this.tokens.at("|"))) {
			refuse("A command is missing.");
		}
		if (!words.isEmpty() && CLOSERS.contains(words.getFirst().source())) {
			refuse("It is the end of a loop, condition or group.");
		}
		this.stages.add(new SimpleCommand(assignments, words, redirections));
	}

	private void word(List<Assignment> assignments, List<Word> words, List<Redirection> redirections) {
		Token token = this.tokens.take();
		Token next = this.tokens.peek();
		if (isDescriptor(token) && next.isRedirection() && next.start() == token.end()) {
			redirection(Integer.parseInt(token.value()), redirections);
			return;
		}
		Matcher assignment = WordShape.ASSIGNMENT.matcher(token.value());
		if (words.isEmpty() && assignment.lookingAt()) {
			assignments.add(assignment(token, assignment.end()));
		}
		else {
			words.add(shape(token).word());
		}
	}

	private static boolean isDescriptor(Token token) {
		return token.value().length() <= 3 && token.value().chars().allMatch((c) -> c >= '0' && c <= '9')
				&& !token.value().isEmpty();
	}

	private Assignment assignment(Token token, int valueAt) {
		String name = token.value().substring(0, valueAt - 1);
		if (name.endsWith("+")) {
			refuse("It appends to a variable.");
		}
		return new Assignment(name, shape(token).value(valueAt));
	}

	private void redirection(int descriptor, List<Redirection> redirections) {
		Token operator = this.tokens.take();
		if (operator.is("<<") || operator.is("<<-")) {
			this.hereDocument = true;
		}
		if (!this.tokens.at(Kind.WORD)) {
			refuse("A redirection leads nowhere.");
			return;
		}
		Token target = this.tokens.take();
		boolean document = operator.is("<<") || operator.is("<<-");
		if (document && target.document() == null) {
			refuse("Its here-document cannot be told apart.");
		}
		redirections.add((document && target.document() != null) ? new Redirection(descriptor, "<<", target.document())
				: new Redirection(descriptor, operator.value(), shape(target).word()));
	}

	private void refuse(String why) {
		if (this.reason == null) {
			this.reason = why;
		}
	}

	private static WordShape shape(Token token) {
		if (token.shape() == null) {
			throw new IllegalStateException("not a word: " + token);
		}
		return token.shape();
	}

}
