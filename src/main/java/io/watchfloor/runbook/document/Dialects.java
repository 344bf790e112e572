package io.watchfloor.runbook.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain Markdown what its dialects say, for the parser alone: as many lines, and
 * what is kept of a line stands where it stood. Notes of MkDocs become quotes,
 * highlighted code of Jekyll and Hugo becomes fenced code, and tags that only wrap what
 * is between them are left out.
 */
final class Dialects {

	private static final Pattern NOTE = Pattern.compile("( *)(?:!!!|\\?\\?\\?\\+?|===!?)\\s+\\S.*");

	private static final Pattern FENCE = Pattern.compile("[\\s>]*(`{3,}|~{3,}).*");

	private static final Pattern HIGHLIGHT = Pattern
		.compile("\\s*(?:\\{%-?\\s*highlight|\\{\\{[<%]\\s*(?:highlight|code))\\s+\"?([a-z]+).{0,200}[%}>]}}?\\s*");

	private static final Pattern HIGHLIGHT_END = Pattern
		.compile("\\s*(?:\\{%-?\\s*endhighlight\\s*-?%}|\\{\\{[<%]\\s*/(?:highlight|code)\\s*[>%]}})\\s*");

	private static final Pattern WRAPPER = Pattern
		.compile("(?i) {0,3}(?:</?(?:details|summary|div|section|center|span|p|br)\\b[^<>]{0,200}>\\s*)+"
				+ "|(?i) {0,3}<summary\\b[^<>]{0,200}>.{0,300}</summary>\\s*");

	private static final int DEEPEST = 6;

	/** The indentation of the notes that are open, the innermost first. */
	private final Deque<Integer> notes = new ArrayDeque<>();

	private final List<String> lines = new ArrayList<>();

	private boolean code;

	private Dialects() {
	}

	static List<String> plain(List<String> lines) {
		Dialects dialects = new Dialects();
		lines.forEach(dialects::line);
		return dialects.lines;
	}

	private void line(String line) {
		int indent = line.length() - line.stripLeading().length();
		if (!line.isBlank()) {
			while (!this.notes.isEmpty() && indent < this.notes.peek() + 4) {
				this.notes.pop();
			}
		}
		boolean fence = FENCE.matcher(line).matches();
		this.lines.add(quoted(this.code || fence ? line : plain(line)));
		this.code ^= fence;
		Matcher note = NOTE.matcher(line);
		if (!this.code && note.matches() && this.notes.size() < DEEPEST) {
			this.notes.push(note.group(1).length());
		}
	}

	private static String plain(String line) {
		Matcher highlight = HIGHLIGHT.matcher(line);
		if (highlight.matches()) {
			return "```" + highlight.group(1);
		}
		if (HIGHLIGHT_END.matcher(line).matches()) {
			return "```";
		}
		return WRAPPER.matcher(line).matches() ? "" : line;
	}

	/** Two of the four blanks that a note asks for become the mark of a quote. */
	private String quoted(String line) {
		if (this.notes.isEmpty()) {
			return line;
		}
		int wide = this.notes.peek() + 2;
		StringBuilder quoted = new StringBuilder(line);
		while (quoted.length() < wide) {
			quoted.append(' ');
		}
		this.notes.forEach((at) -> quoted.replace(at, at + 2, "> "));
		return quoted.toString();
	}

}
