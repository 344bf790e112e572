package io.watchfloor.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.watchfloor.command.Token.Kind;

/** Cuts a text into words, operators, comments and line ends. */
final class Lexer {

	/** Longest first. */
	private static final List<String> OPERATORS = List.of("&>>", "<<<", "<<-", ";;&", "&&", "||", ";;", ";&", "&>",
			"|&", "<<", "<&", "<>", "<(", ">>", ">&", ">|", ">(", "<", ">", "|", "&", ";", "(", ")");

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	/** The delimiters of here-documents whose text starts behind this line. */
	private final Deque<Delimiter> hereDocuments = new ArrayDeque<>();

	private int at;

	Lexer(String text) {
		this.text = text;
	}

	List<Token> read() {
		int start = 0;
		try {
			if (this.text.indexOf('\0') >= 0) {
				throw new Unsplittable("It holds a NUL character.");
			}
			while (skipBlanks() < this.text.length()) {
				start = this.at;
				next();
			}
		}
		catch (Unsplittable trouble) {
			add(Kind.BROKEN, start, this.text.length(), trouble.reason());
		}
		add(Kind.END, this.text.length(), this.text.length(), "");
		return this.tokens;
	}

	private int skipBlanks() {
		while (this.at < this.text.length()) {
			if (" \t".indexOf(this.text.charAt(this.at)) >= 0) {
				this.at++;
			}
			else if (this.text.startsWith("\\\n", this.at)) {
				this.at += 2;
			}
			else {
				break;
			}
		}
		return this.at;
	}

	private void next() {
		char c = this.text.charAt(this.at);
		if (c == '\n') {
			int end = this.hereDocuments.isEmpty() ? this.at + 1 : endOfHereDocuments(this.at + 1);
			add(Kind.NEWLINE, this.at, end, "");
		}
		else if (c == '#') {
			int end = this.text.indexOf('\n', this.at);
			add(Kind.COMMENT, this.at, (end < 0) ? this.text.length() : end, "");
		}
		else if ("|&;<>()".indexOf(c) >= 0) {
			String operator = OPERATORS.stream()
				.filter((candidate) -> this.text.startsWith(candidate, this.at))
				.findFirst()
				.orElseThrow();
			add(Kind.OPERATOR, this.at, this.at + operator.length(), operator);
		}
		else {
			word();
		}
	}

	private void word() {
		WordReader reader = new WordReader(this.text, this.at);
		int end = reader.read();
		WordShape shape = reader.shape().finish(this.text.substring(this.at, end));
		noteHereDocument(shape, end);
		this.tokens.add(new Token(Kind.WORD, this.at, end, shape.shape(), shape, null));
		this.at = end;
	}

	private void noteHereDocument(WordShape word, int end) {
		Token before = this.tokens.isEmpty() ? null : this.tokens.getLast();
		if (before != null && (before.is("<<") || before.is("<<-"))) {
			boolean quoted = this.text.substring(this.at, end).chars().anyMatch((c) -> "'\"\\".indexOf(c) >= 0);
			this.hereDocuments.add(new Delimiter(word.text(), before.is("<<-"), quoted, this.tokens.size()));
		}
	}

	private int endOfHereDocuments(int start) {
		int line = start;
		int body = start;
		while (!this.hereDocuments.isEmpty()) {
			if (line >= this.text.length()) {
				throw new Unsplittable("A here-document is not closed.");
			}
			int end = this.text.indexOf('\n', line);
			end = (end < 0) ? this.text.length() : end;
			if (this.hereDocuments.getFirst().matches(this.text.substring(line, end))) {
				keep(this.hereDocuments.removeFirst(), this.text.substring(body, line));
				body = Math.min(end + 1, this.text.length());
			}
			line = end + 1;
		}
		return Math.min(line, this.text.length());
	}

	/** The text belongs to the delimiter's word, which names it. */
	private void keep(Delimiter delimiter, String body) {
		String text = delimiter.tabs() ? body.replaceAll("(?m)^\t+", "") : body;
		Token name = this.tokens.get(delimiter.token());
		this.tokens.set(delimiter.token(), new Token(name.kind(), name.start(), name.end(), name.value(), name.shape(),
				HereDocument.word(text, delimiter.quoted())));
	}

	private void add(Kind kind, int start, int end, String value) {
		this.tokens.add(new Token(kind, start, end, value, null, null));
		this.at = end;
	}

	/**
	 * The line that ends a here-document; after {@code <<-} it may be indented with tabs.
	 */
	private record Delimiter(String text, boolean tabs, boolean quoted, int token) {

		boolean matches(String line) {
			return (this.tabs ? line.replaceFirst("^\t+", "") : line).equals(this.text);
		}

	}

}
