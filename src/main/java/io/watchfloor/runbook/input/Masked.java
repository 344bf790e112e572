package io.watchfloor.runbook.input;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which every placeholder is a mark, as long as the placeholder was: one
 * character of the private use area that numbers it, then fill. So a shell's quoting
 * rules see a plain word, and every offset still holds.
 *
 * @param text with marks
 * @param placeholders by number
 */
record Masked(String text, List<Placeholder> placeholders) {

	static final char FIRST = '\uE000';

	static final char FILL = '\uF8FF';

	/** How many different placeholders a text may have. */
	static final int MOST = 256;

	private static final Pattern MARK = Pattern.compile("[\uE000-\uF8FE]\uF8FF*");

	Masked {
		placeholders = List.copyOf(placeholders);
	}

	static String mark(int number, int length) {
		return (char) (FIRST + number) + String.valueOf(FILL).repeat(length - 1);
	}

	/** A part of the text as it was written. */
	String written(String part) {
		return MARK.matcher(part).replaceAll((mark) -> Matcher.quoteReplacement(number(mark.group()).written()));
	}

	private Placeholder number(String mark) {
		return this.placeholders.get(mark.charAt(0) - FIRST);
	}

	/** Whether a text holds characters that could be taken for marks. */
	static boolean impossible(String text) {
		return text.chars().anyMatch((c) -> c >= FIRST && c <= FILL);
	}

}
