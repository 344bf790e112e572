package io.watchfloor.runbook.reading;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a block of commands also holds: what a command printed, below it. */
final class Printed {

	private static final Pattern CELLS = Pattern.compile("\\s{2,}|\\t");

	private static final Pattern CELL = Pattern.compile("[A-Z][A-Z0-9() _-]*");

	private static final Pattern OMITTED = Pattern
		.compile("\\s*[(\\[](?i:output|lines|results?) (?i:omitted|truncated|snipped|elided).{0,20}[)\\]]\\s*");

	private static final Pattern CONNECTED = Pattern.compile("\\s*You are now connected to database .*");

	private Printed() {
	}

	/** The printed lines by number, from 1. */
	static SortedMap<Integer, String> of(String text) {
		SortedMap<Integer, String> printed = new TreeMap<>();
		List<String> lines = text.lines().toList();
		boolean inside = false;
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			boolean header = i > 0 && isHeader(line);
			inside = (inside || header) && !line.isBlank() && !line.strip().startsWith("#")
					&& !line.strip().startsWith("$");
			if (inside || OMITTED.matcher(line).matches() || CONNECTED.matcher(line).matches()) {
				printed.put(i + 1, line);
			}
		}
		return printed;
	}

	/** {@code NAME   READY   STATUS}: capitals, at least two blanks between. */
	private static boolean isHeader(String line) {
		List<String> cells = List.of(CELLS.split(line.strip(), -1));
		return cells.size() > 1 && cells.stream().allMatch(CELL.asMatchPredicate());
	}

}
