package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement, without comments and with single blanks between its tokens; what it
 * means is unchanged.
 */
record SqlText(String text, List<SqlToken> tokens) {

	private static final int LONGEST = 10_000;

	/** Statements, split where PostgreSQL would. */
	static List<SqlText> split(String sql) {
		if (sql.length() > LONGEST || sql.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("it is too long or holds a character that is not understood");
		}
		List<SqlText> statements = new ArrayList<>();
		List<SqlToken> current = new ArrayList<>();
		for (SqlToken token : SqlLexer.split(sql)) {
			if (token.is(";")) {
				add(statements, current);
				current = new ArrayList<>();
			}
			else {
				current.add(token);
			}
		}
		add(statements, current);
		return statements;
	}

	/** The only statement of a text. */
	static SqlText single(String sql) {
		List<SqlText> statements = split(sql);
		if (statements.size() != 1) {
			throw new IllegalArgumentException("exactly one statement is understood here");
		}
		return statements.getFirst();
	}

	private static void add(List<SqlText> statements, List<SqlToken> tokens) {
		if (!tokens.isEmpty()) {
			statements.add(canonical(tokens));
		}
	}

	/** Where something stood between two tokens, a blank stands; comments go. */
	private static SqlText canonical(List<SqlToken> tokens) {
		StringBuilder text = new StringBuilder();
		List<SqlToken> placed = new ArrayList<>();
		int end = tokens.getFirst().start();
		for (SqlToken token : tokens) {
			if (token.start() > end) {
				boolean stringsInARow = token.kind() == SqlToken.Kind.STRING && !placed.isEmpty()
						&& placed.getLast().kind() == SqlToken.Kind.STRING;
				if (stringsInARow) {
					throw new IllegalArgumentException("two strings in a row are not understood");
				}
				text.append(' ');
			}
			placed.add(new SqlToken(token.kind(), token.text(), text.length()));
			text.append(token.text());
			end = token.end();
		}
		return new SqlText(text.toString(), List.copyOf(placed));
	}

	/** The key word at a place; empty when there is none. */
	String word(int number) {
		return (number >= 0 && number < this.tokens.size()) ? this.tokens.get(number).word() : "";
	}

	/** Whether it starts with these key words. */
	boolean startsWith(String... words) {
		for (int number = 0; number < words.length; number++) {
			if (!word(number).equals(words[number])) {
				return false;
			}
		}
		return true;
	}

	/** Whether a key word stands anywhere outside quotes. */
	boolean holds(String word) {
		return this.tokens.stream().anyMatch((token) -> token.word().equals(word));
	}

	/**
	 * Where a key word stands outside all brackets, after a place; -1 when it does not.
	 */
	int top(String word, int after) {
		int depth = 0;
		for (int number = 0; number < this.tokens.size(); number++) {
			SqlToken token = this.tokens.get(number);
			depth += (token.is("(") || token.is("[")) ? 1 : (token.is(")") || token.is("]")) ? -1 : 0;
			if (depth == 0 && number >= after && token.word().equals(word)) {
				return number;
			}
		}
		return -1;
	}

	/** The text from one token up to, not including, another. */
	String slice(int from, int to) {
		return (from >= to) ? "" : this.text.substring(this.tokens.get(from).start(), this.tokens.get(to - 1).end());
	}

}
