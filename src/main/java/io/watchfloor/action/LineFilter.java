package io.watchfloor.action;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code grep}, {@code head} or {@code tail} after a command, applied to the lines of a
 * reading.
 *
 * @param kind what is kept
 * @param text the text looked for, taken literally; empty for {@code FIRST} and
 * {@code LAST}
 * @param ignoreCase whether letters match in either case
 * @param lines how many, for {@code FIRST} and {@code LAST}
 */
public record LineFilter(Kind kind, String text, boolean ignoreCase, int lines) {

	/** What a filter keeps. */
	public enum Kind {

		/** Lines that contain the text. */
		CONTAINING,
		/** Lines that do not contain the text. */
		NOT_CONTAINING,
		/** The first lines. */
		FIRST,
		/** The last lines. */
		LAST

	}

	/** The lines that pass all filters in turn. */
	public static List<String> apply(List<LineFilter> filters, List<String> lines) {
		List<String> kept = lines;
		for (LineFilter filter : filters) {
			kept = filter.apply(kept);
		}
		return kept;
	}

	/** The equivalent of the filters on a command line, with its bars. */
	public static String commandLine(List<LineFilter> filters) {
		StringBuilder line = new StringBuilder();
		filters.forEach((filter) -> line.append(" | ").append(filter.commandLine()));
		return line.toString();
	}

	private List<String> apply(List<String> all) {
		return switch (this.kind) {
			case CONTAINING -> all.stream().filter(this::contains).toList();
			case NOT_CONTAINING -> all.stream().filter((line) -> !contains(line)).toList();
			case FIRST -> all.stream().limit(this.lines).toList();
			case LAST -> all.subList(Math.max(0, all.size() - this.lines), all.size());
		};
	}

	private boolean contains(String line) {
		return this.ignoreCase ? line.toLowerCase(Locale.ROOT).contains(this.text.toLowerCase(Locale.ROOT))
				: line.contains(this.text);
	}

	private String commandLine() {
		String pattern = Stream.of(this.ignoreCase ? "-i" : "", "-F", "-e", Shell.quote(this.text))
			.filter((part) -> !part.isEmpty())
			.reduce((left, right) -> left + " " + right)
			.orElseThrow();
		return switch (this.kind) {
			case CONTAINING -> "grep " + pattern;
			case NOT_CONTAINING -> "grep -v " + pattern;
			case FIRST -> "head -n " + this.lines;
			case LAST -> "tail -n " + this.lines;
		};
	}

}
