package io.watchfloor.runbook.input;

import java.util.BitSet;

/** Which characters of a shell text stand in comments, and which between quotes. */
final class Quoting {

	private final BitSet comments = new BitSet();

	private final BitSet quoted = new BitSet();

	private final BitSet single = new BitSet();

	Quoting(String text) {
		char open = 0;
		boolean comment = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (comment) {
				comment = c != '\n';
			}
			else if (open == 0 && c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
				comment = true;
			}
			else if (c == '\\' && open != '\'') {
				mark(i, comment, open);
				i++;
			}
			else if (open == 0 && (c == '"' || c == '\'')) {
				open = c;
			}
			else if (c == open) {
				open = 0;
			}
			mark(i, comment, open);
		}
	}

	private void mark(int at, boolean comment, char open) {
		this.comments.set(at, comment);
		this.quoted.set(at, open != 0);
		this.single.set(at, open == '\'');
	}

	boolean comment(int at) {
		return this.comments.get(at);
	}

	boolean quoted(int at) {
		return this.quoted.get(at);
	}

	boolean singleQuoted(int at) {
		return this.single.get(at);
	}

}
