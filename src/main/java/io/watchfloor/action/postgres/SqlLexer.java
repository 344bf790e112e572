package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.postgres.SqlToken.Kind;

/**
 * Splits SQL as PostgreSQL does: nested comments, dollar quotes, {@code E''} strings.
 * What it does not know ends the reading; a name with Unicode escapes is such a thing,
 * because it could spell any function.
 */
final class SqlLexer {

	private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x80-\\x{10ffff}][A-Za-z0-9_$\\x80-\\x{10ffff}]*");

	private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")+\"");

	private static final Pattern STRING = Pattern.compile("[bBxXnN]?'(?:[^']|'')*'");

	private static final Pattern ESCAPED = Pattern.compile("[eE]'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);

	private static final Pattern UNICODE = Pattern.compile("[uU]&['\"]");

	private static final Pattern DOLLAR = Pattern
		.compile("\\$(?:[A-Za-z_\\x80-\\x{10ffff}][A-Za-z0-9_\\x80-\\x{10ffff}]*)?\\$");

	private static final String SYMBOLS = "-+*/<>=~!@#%^&|?(),.;:[]";

	private final String sql;

	private final List<SqlToken> tokens = new ArrayList<>();

	private int at;

	private SqlLexer(String sql) {
		this.sql = sql;
	}

	/** Throws an IllegalArgumentException that says what is not understood. */
	static List<SqlToken> split(String sql) {
		SqlLexer lexer = new SqlLexer(sql);
		while (lexer.at < sql.length()) {
			lexer.next();
		}
		return lexer.tokens;
	}

	private void next() {
		char c = this.sql.charAt(this.at);
		if (" \t\n\r\f".indexOf(c) >= 0) {
			this.at++;
		}
		else if (this.sql.startsWith("--", this.at)) {
			int end = this.sql.indexOf('\n', this.at);
			this.at = (end < 0) ? this.sql.length() : end;
		}
		else if (this.sql.startsWith("/*", this.at)) {
			comment();
		}
		else if (!(take(Kind.STRING, ESCAPED) || take(Kind.STRING, STRING) || dollar())) {
			name(c);
		}
	}

	private void name(char c) {
		if (matcher(UNICODE).lookingAt()) {
			throw new IllegalArgumentException("names and strings with Unicode escapes are not understood");
		}
		if (take(Kind.WORD, WORD) || take(Kind.QUOTED, QUOTED) || take(Kind.NUMBER, NUMBER)) {
			return;
		}
		if (SYMBOLS.indexOf(c) < 0) {
			throw new IllegalArgumentException("'" + c + "' is not understood");
		}
		add(Kind.SYMBOL, this.at + 1);
	}

	private void comment() {
		int depth = 0;
		do {
			if (this.sql.startsWith("/*", this.at)) {
				depth++;
				this.at += 2;
			}
			else if (this.sql.startsWith("*/", this.at)) {
				depth--;
				this.at += 2;
			}
			else {
				this.at++;
			}
			if (this.at > this.sql.length() || (this.at == this.sql.length() && depth > 0)) {
				throw new IllegalArgumentException("a comment is not closed");
			}
		}
		while (depth > 0);
	}

	private boolean dollar() {
		Matcher tag = matcher(DOLLAR);
		if (!tag.lookingAt()) {
			return false;
		}
		int end = this.sql.indexOf(tag.group(), tag.end());
		if (end < 0) {
			throw new IllegalArgumentException("a dollar quote is not closed");
		}
		add(Kind.STRING, end + tag.group().length());
		return true;
	}

	private boolean take(Kind kind, Pattern pattern) {
		Matcher matcher = matcher(pattern);
		if (!matcher.lookingAt()) {
			return false;
		}
		add(kind, matcher.end());
		return true;
	}

	private Matcher matcher(Pattern pattern) {
		return pattern.matcher(this.sql).region(this.at, this.sql.length());
	}

	private void add(Kind kind, int end) {
		this.tokens.add(new SqlToken(kind, this.sql.substring(this.at, end), this.at));
		this.at = end;
	}

}
