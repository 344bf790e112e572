package io.watchfloor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.command.Word.Expansion;
import io.watchfloor.command.Word.Literal;
import io.watchfloor.command.Word.Part;
import org.jspecify.annotations.Nullable;

/**
 * A word while it is read. Beside the text it keeps the <em>shape</em>: the same
 * characters, but with a mark where a character was quoted or an expansion stands,
 * because only unquoted characters can be reserved words, assignments, globs, braces or
 * tildes.
 */
final class WordShape {

	static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\+?=");

	private static final char QUOTED = '\uFFFE';

	private static final char EXPANDED = '\uFFFF';

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder shape = new StringBuilder();

	private String source = "";

	private final List<Part> expansions = new ArrayList<>();

	void plain(char c) {
		this.text.append(c);
		this.shape.append((c >= QUOTED) ? QUOTED : c);
	}

	void quoted(char c) {
		this.text.append(c);
		this.shape.append(QUOTED);
	}

	void expansion(Part part) {
		this.text.append(EXPANDED);
		this.shape.append(EXPANDED);
		this.expansions.add(part);
	}

	/** The shape so far. */
	String shape() {
		return this.shape.toString();
	}

	/** The text without quotes, expansions as a mark. */
	String text() {
		return this.text.toString();
	}

	/** Ends the word, whose source is then known. */
	WordShape finish(String wordSource) {
		this.source = wordSource;
		return this;
	}

	/** The finished word. */
	Word word() {
		return hasBraces() ? new Word(List.of(new Expansion(Expansion.Kind.BRACE, this.source)), this.source)
				: new Word(parts(0), this.source);
	}

	/** Whether bash might take it for <code>{a,b}</code> or <code>{1..3}</code>. */
	private boolean hasBraces() {
		int open = this.shape.indexOf("{");
		int close = this.shape.lastIndexOf("}");
		String inside = (open >= 0 && close > open) ? this.shape.substring(open, close) : "";
		return inside.contains(",") || inside.contains("..");
	}

	/** The value of an assignment, which starts behind its {@code =}. */
	Word value(int from) {
		return new Word(parts(from), this.source.substring(this.source.indexOf('=') + 1));
	}

	private List<Part> parts(int from) {
		List<Part> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		int lastBracket = this.shape.lastIndexOf("]");
		int expansion = 0;
		for (int i = from; i < this.shape.length(); i++) {
			Part part = (this.shape.charAt(i) == EXPANDED) ? this.expansions.get(expansion++) : expands(i, lastBracket);
			if (part == null) {
				literal.append(this.text.charAt(i));
			}
			else {
				flush(literal, parts);
				parts.add(part);
			}
		}
		flush(literal, parts);
		return parts;
	}

	private @Nullable Part expands(int i, int lastBracket) {
		return switch (this.shape.charAt(i)) {
			case '*' -> new Expansion(Expansion.Kind.GLOB, "*");
			case '?' -> new Expansion(Expansion.Kind.GLOB, "?");
			case '[' -> (i < lastBracket) ? new Expansion(Expansion.Kind.GLOB, "[") : null;
			case '~' -> isTilde(i) ? new Expansion(Expansion.Kind.TILDE, "~") : null;
			default -> null;
		};
	}

	/** At the start, and in what looks like an assignment also behind = and : */
	private boolean isTilde(int i) {
		if (i == 0) {
			return true;
		}
		char before = this.shape.charAt(i - 1);
		return (before == '=' || before == ':') && ASSIGNMENT.matcher(this.shape).lookingAt();
	}

	private static void flush(StringBuilder literal, List<Part> parts) {
		if (!literal.isEmpty()) {
			parts.add(new Literal(literal.toString()));
			literal.setLength(0);
		}
	}

}
