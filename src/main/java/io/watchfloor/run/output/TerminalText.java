package io.watchfloor.run.output;

import java.util.function.Consumer;

/**
 * Reads what a program wrote for a terminal as plain lines. A carriage return ends a line
 * too, so that every state of a progress bar is kept. Colours, and what only clears or
 * decorates a line, are left out; any other control sequence stays, to be made visible.
 */
final class TerminalText {

	private static final char ESCAPE = '\u001b';

	private static final char SEQUENCE = '\u009b';

	private TerminalText() {
	}

	/** Hands out each line; an empty text is one empty line. */
	static void lines(String written, Consumer<String> each) {
		int start = 0;
		int length = written.length();
		for (int at = 0; at < length; at++) {
			char c = written.charAt(at);
			if (c == '\n' || c == '\r') {
				each.accept(plain(written.substring(start, at)));
				if (c == '\r' && at + 1 < length && written.charAt(at + 1) == '\n') {
					at++;
				}
				start = at + 1;
			}
		}
		if (start < length || length == 0) {
			each.accept(plain(written.substring(start)));
		}
	}

	private static String plain(String line) {
		if (line.indexOf(ESCAPE) < 0 && line.indexOf(SEQUENCE) < 0) {
			return line;
		}
		StringBuilder plain = new StringBuilder(line.length());
		int at = 0;
		while (at < line.length()) {
			int end = decoration(line, at);
			if (end == at) {
				plain.append(line.charAt(at));
				end++;
			}
			at = end;
		}
		return plain.toString();
	}

	/** Where the decoration that begins here ends; the same place when there is none. */
	private static int decoration(String line, int start) {
		char c = line.charAt(start);
		char next = (start + 1 < line.length()) ? line.charAt(start + 1) : 0;
		if (c == ESCAPE && next == '(' && start + 2 < line.length()) {
			return start + 3;
		}
		boolean sequence = c == SEQUENCE || (c == ESCAPE && next == '[');
		if (!sequence) {
			return start;
		}
		int parameters = (c == SEQUENCE) ? start + 1 : start + 2;
		int last = parameters;
		while (last < line.length() && line.charAt(last) >= ' ' && line.charAt(last) <= '?') {
			last++;
		}
		if (last == line.length()) {
			return start;
		}
		boolean mode = line.startsWith("?", parameters);
		return switch (line.charAt(last)) {
			case 'm', 'K' -> last + 1;
			case 'h', 'l' -> mode ? last + 1 : start;
			default -> start;
		};
	}

}
