package io.watchfloor.command;

import java.util.List;

import io.watchfloor.command.Statement.Comment;

/**
 * A text of shell lines, split as POSIX says (and bash, where it goes further), with
 * nothing expanded and nothing run. Line ends are {@code \n}: a carriage return belongs
 * to a word, as it does for a shell.
 *
 * @param statements in order
 * @param comments whole-line comments that stand above no statement, in order
 */
public record ShellText(List<Statement> statements, List<Comment> comments) {

	public ShellText {
		statements = List.copyOf(statements);
		comments = List.copyOf(comments);
	}

	/** Reads a text; never fails, a statement that cannot be split says why. */
	public static ShellText read(String text) {
		return new StatementParser(text).parse();
	}

	/** The statements of a text. */
	public static List<Statement> split(String text) {
		return read(text).statements();
	}

}
