package io.watchfloor.command;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Turns offsets of a text into line numbers. */
final class Lines {

	private final String text;

	private final int[] ends;

	Lines(String text) {
		this.text = text;
		this.ends = IntStream.range(0, text.length()).filter((i) -> text.charAt(i) == '\n').toArray();
	}

	String text() {
		return this.text;
	}

	/** The line of an offset, from 1. */
	int of(int offset) {
		int found = Arrays.binarySearch(this.ends, offset);
		return ((found < 0) ? -found - 1 : found) + 1;
	}

	/** The end without the white space before it. */
	int trimEnd(int start, int end) {
		int at = end;
		while (at > start && " \t\n".indexOf(this.text.charAt(at - 1)) >= 0) {
			at--;
		}
		return at;
	}

}
