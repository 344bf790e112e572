package io.watchfloor.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One command of a text: what stands between two of {@code && || ; &} and line ends.
 *
 * @param start offset of its first character in the text
 * @param source exactly as written, continuation lines and here-documents included
 * @param firstLine from 1
 * @param lastLine inclusive
 * @param above the whole-line comments directly above it, without a blank line between
 * @param note the comment behind it on its last line
 * @param connector what joins it to the next statement
 * @param content the pipeline, or why it was not split
 */
public record Statement(int start, String source, int firstLine, int lastLine, List<Comment> above,
		@Nullable Comment note, Connector connector, Understanding<Pipeline> content) {

	public Statement {
		above = List.copyOf(above);
	}

	/** Offset behind its last character. */
	public int end() {
		return this.start + this.source.length();
	}

	/**
	 * A comment.
	 *
	 * @param line from 1
	 * @param source with its {@code #}
	 */
	public record Comment(int line, String source) {

		/** What it says, without {@code #} and surrounding blanks. */
		public String text() {
			return this.source.replaceFirst("^#+", "").strip();
		}

	}

	/** What joins two statements. */
	public enum Connector {

		/** Line end or {@code ;}: the next follows whatever happened. */
		THEN,
		/** {@code &&}: the next follows success. */
		AND,
		/** {@code ||}: the next follows failure. */
		OR,
		/** {@code &}: the next follows at once. */
		BACKGROUND,
		/** Nothing follows. */
		END

	}

}
