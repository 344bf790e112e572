package io.watchfloor.command;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.command.Statement.Comment;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Token.Kind;
import io.watchfloor.command.Understanding.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** Groups the tokens of a text into statements and comments. */
final class StatementParser {

	private final Lines lines;

	private final Tokens tokens;

	private final List<Statement> statements = new ArrayList<>();

	/** Comments seen since the last statement. */
	private final List<Comment> pending = new ArrayList<>();

	private final List<Comment> loose = new ArrayList<>();

	/** Whether the text of a here-document follows the line that is being read. */
	private boolean hereDocument;

	StatementParser(String text) {
		this.lines = new Lines(text);
		this.tokens = new Tokens(new Lexer(text).read());
	}

	ShellText parse() {
		while (!this.tokens.at(Kind.END)) {
			switch (this.tokens.peek().kind()) {
				case NEWLINE -> this.tokens.take();
				case COMMENT -> this.pending.add(comment(this.tokens.take()));
				case WORD, OPERATOR, BROKEN, END -> statement();
			}
		}
		this.loose.addAll(this.pending);
		return new ShellText(this.statements, this.loose);
	}

	private void statement() {
		Token first = this.tokens.peek();
		PipelineParser parser = new PipelineParser(this.tokens);
		Understanding<Pipeline> content = parser.read();
		int end = Math.max(this.tokens.last().end(), first.end());
		if (this.hereDocument) {
			content = new NotUnderstood<>("It shares its line with a here-document.");
		}
		this.hereDocument |= parser.hasHereDocument();
		Connector connector = connector();
		if ((connector == Connector.AND || connector == Connector.OR) && this.tokens.nothingLeft()) {
			end = this.tokens.last().end();
			content = new NotUnderstood<>("Nothing follows '" + this.tokens.last().value() + "'.");
		}
		Comment note = this.tokens.at(Kind.COMMENT) ? comment(this.tokens.take()) : null;
		if (this.hereDocument && this.tokens.at(Kind.NEWLINE)) {
			this.hereDocument = false;
			end = this.tokens.take().end();
		}
		add(first, this.lines.trimEnd(first.start(), end), content, connector, note);
	}

	private void add(Token first, int end, Understanding<Pipeline> content, Connector connector,
			@Nullable Comment note) {
		int line = this.lines.of(first.start());
		List<Comment> above = above(line);
		this.statements.add(new Statement(first.start(), this.lines.text().substring(first.start(), end), line,
				this.lines.of(Math.max(first.start(), end - 1)), above, note, connector, content));
	}

	/** The comments on the lines directly above; the others stand by themselves. */
	private List<Comment> above(int line) {
		int from = this.pending.size();
		while (from > 0 && this.pending.get(from - 1).line() == line - (this.pending.size() - from) - 1) {
			from--;
		}
		List<Comment> above = List.copyOf(this.pending.subList(from, this.pending.size()));
		this.loose.addAll(this.pending.subList(0, from));
		this.pending.clear();
		return above;
	}

	/** Takes what stands between this statement and the next. */
	private Connector connector() {
		Token token = this.tokens.peek();
		if (token.kind() == Kind.OPERATOR) {
			this.tokens.take();
			return switch (token.value()) {
				case "&&" -> Connector.AND;
				case "||" -> Connector.OR;
				case "&" -> Connector.BACKGROUND;
				case String other -> Connector.THEN;
			};
		}
		return (token.kind() == Kind.END) ? Connector.END : Connector.THEN;
	}

	private Comment comment(Token token) {
		return new Comment(this.lines.of(token.start()), this.lines.text().substring(token.start(), token.end()));
	}

}
