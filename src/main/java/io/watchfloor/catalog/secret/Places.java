package io.watchfloor.catalog.secret;

import java.util.BitSet;

/** The characters of a text that are to be hidden. */
final class Places {

	private final BitSet hidden = new BitSet();

	void add(int start, int end) {
		this.hidden.set(start, end);
	}

	boolean isEmpty() {
		return this.hidden.isEmpty();
	}

	/** Whether anything from one index up to another is to be hidden. */
	boolean any(int start, int end) {
		int next = this.hidden.nextSetBit(start);
		return next >= 0 && next < end;
	}

	/** The text from one index up to another, with a mark for each hidden stretch. */
	String apply(String text, int from, int to, String mark) {
		StringBuilder shown = new StringBuilder(to - from);
		int at = from;
		while (at < to) {
			int start = this.hidden.nextSetBit(at);
			if (start < 0 || start >= to) {
				break;
			}
			shown.append(text, at, start).append(mark);
			at = Math.min(this.hidden.nextClearBit(start), to);
		}
		return shown.append(text, at, to).toString();
	}

}
