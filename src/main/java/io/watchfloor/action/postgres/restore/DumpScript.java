package io.watchfloor.action.postgres.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

import io.watchfloor.kernel.Problem;

/**
 * Takes the statements out of a dump in plain SQL, one after the other, as PostgreSQL
 * splits them: quotes, dollar quotes, comments. Commands of psql's own are refused, apart
 * from the two with which pg_dump guards its file.
 */
final class DumpScript {

	private static final int LONGEST = 50_000_000;

	private final BufferedReader lines;

	private final StringBuilder statement = new StringBuilder();

	/** What ends the quote that is open: a quote sign or a dollar quote's tag. */
	private String open = "";

	private boolean escapes;

	private int comments;

	private String rest = "";

	private boolean whole;

	DumpScript(BufferedReader lines) {
		this.lines = lines;
	}

	/** The next statement without its semicolon; empty at the end. */
	Optional<String> next() throws IOException {
		this.statement.setLength(0);
		while (true) {
			if (this.rest.isEmpty()) {
				String line = this.lines.readLine();
				if (line == null) {
					return ended();
				}
				this.whole |= line.equals("-- PostgreSQL database dump complete");
				this.rest = line + "\n";
				if (isCommand()) {
					this.rest = "";
					continue;
				}
			}
			int end = scan(this.rest);
			int length = (end < 0) ? this.rest.length() : end;
			this.statement.append(this.rest, 0, length);
			this.rest = (end < 0) ? "" : this.rest.substring(end + 1).stripLeading();
			if (this.statement.length() > LONGEST) {
				throw broken("a statement is longer than 50 MB");
			}
			if (end >= 0 && !blank()) {
				return Optional.of(this.statement.toString().strip());
			}
		}
	}

	/** Whether pg_dump came to its end, which it writes down; known at the end. */
	boolean whole() {
		return this.whole;
	}

	/** The next row of a COPY; empty behind the last. */
	Optional<String> row() throws IOException {
		String line = this.lines.readLine();
		if (line == null) {
			throw broken("it ends in the middle of a table's rows");
		}
		return line.equals("\\.") ? Optional.empty() : Optional.of(line);
	}

	private boolean blank() {
		boolean blank = this.statement.toString().isBlank();
		if (blank) {
			this.statement.setLength(0);
		}
		return blank;
	}

	private Optional<String> ended() {
		if (!this.open.isEmpty() || this.comments > 0 || !this.statement.toString().isBlank()) {
			throw broken("it ends in the middle of a statement");
		}
		return Optional.empty();
	}

	/** At the start of a statement, a backslash speaks to psql. */
	private boolean isCommand() {
		boolean inside = !this.open.isEmpty() || this.comments > 0;
		if (inside || !this.rest.startsWith("\\")) {
			return false;
		}
		if (!blank() || !this.rest.strip().matches("\\\\(un)?restrict [A-Za-z0-9]+")) {
			throw broken("it holds the command " + this.rest.strip().split("\\s", 2)[0] + " of psql's own");
		}
		return true;
	}

	/**
	 * Goes through a piece of a line, and takes out comments.
	 * @return where the statement ends; -1 when it goes on
	 */
	private int scan(String text) {
		int at = 0;
		while (at < text.length()) {
			if (this.comments > 0) {
				at = comment(text, at);
			}
			else if (!this.open.isEmpty()) {
				at = quoted(text, at);
			}
			else if (text.charAt(at) == ';') {
				return at;
			}
			else if (text.startsWith("--", at)) {
				this.rest = text.substring(0, at) + "\n";
				return -1;
			}
			else {
				at = plain(text, at);
			}
		}
		return -1;
	}

	private int comment(String text, int at) {
		this.comments += text.startsWith("/*", at) ? 1 : text.startsWith("*/", at) ? -1 : 0;
		return at + ((text.startsWith("/*", at) || text.startsWith("*/", at)) ? 2 : 1);
	}

	private int quoted(String text, int at) {
		if (this.escapes && text.charAt(at) == '\\') {
			return at + 2;
		}
		if (!text.startsWith(this.open, at)) {
			return at + 1;
		}
		int behind = at + this.open.length();
		this.open = "";
		this.escapes = false;
		return behind;
	}

	private int plain(String text, int at) {
		char c = text.charAt(at);
		if (c == '\\') {
			throw broken("it holds a command of psql's own");
		}
		if (c == '\'' || c == '"') {
			this.open = String.valueOf(c);
			this.escapes = c == '\'' && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0 && !wordAt(text, at - 2);
			return at + 1;
		}
		if (text.startsWith("/*", at)) {
			this.comments = 1;
			return at + 2;
		}
		if (c == '$' && !wordAt(text, at - 1)) {
			java.util.regex.Matcher tag = java.util.regex.Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$")
				.matcher(text);
			if (tag.find(at) && tag.start() == at) {
				this.open = tag.group();
				return tag.end();
			}
		}
		return at + 1;
	}

	private static boolean wordAt(String text, int at) {
		return at >= 0 && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0);
	}

	private static Problem broken(String why) {
		return new Problem(Problem.Category.TARGET_SAID_NO,
				"The dump cannot be restored from here: " + why + ". Look at the file, or make a dump with -Fc.");
	}

}
