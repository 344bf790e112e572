package io.watchfloor.action.postgres.restore;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dump says of itself, as {@code pg_restore --list} prints it.
 *
 * @param list the whole list
 * @param rows how many rows the dump really holds, by table as SQL writes it
 */
record DumpContents(String list, SortedMap<String, Long> rows) {

	private static final Pattern HEAD = Pattern.compile(";\\s+([A-Za-z ]+?)(?: at|:) (.*)");

	private static final Pattern EXTENSION = Pattern.compile("[0-9]+; [0-9]+ [0-9]+ EXTENSION - (\\S+).*");

	/** A line of the head: {@code dbname}, {@code Dumped from database version}. */
	Optional<String> head(String name) {
		return this.list.lines()
			.map(HEAD::matcher)
			.filter((line) -> line.matches() && line.group(1).strip().equals(name))
			.map((line) -> line.group(2).strip())
			.findFirst();
	}

	/** The major version of the server that it was taken from; 0 where it is not told. */
	int major() {
		Matcher digits = Pattern.compile("([0-9]+).*").matcher(head("Dumped from database version").orElse(""));
		return digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
	}

	List<String> extensions() {
		return this.list.lines().map(EXTENSION::matcher).filter(Matcher::matches).map((line) -> line.group(1)).toList();
	}

	/** Tables whose data is no COPY, so that nobody counted its rows. */
	long uncounted() {
		long data = this.list.lines().filter((line) -> line.matches("[0-9]+; [0-9]+ [0-9]+ TABLE DATA .*")).count();
		return Math.max(0, data - this.rows.size());
	}

	long allRows() {
		return this.rows.values().stream().mapToLong(Long::longValue).sum();
	}

}
