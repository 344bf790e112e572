package io.watchfloor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.action.Reading.Table;
import io.watchfloor.action.filter.FilterChain;
import io.watchfloor.action.filter.FilterTrouble;
import org.jspecify.annotations.Nullable;

/** Applies filters to what was read. */
final class Filtering {

	private Filtering() {
	}

	static Reading apply(Filters filters, Reading reading) {
		if (filters.stages().isEmpty() || !reading.known()) {
			return reading;
		}
		String source = reading.source() + filters.commandLine();
		String text = (reading.text() != null) ? reading.text() : text(reading.table());
		if (text.isBlank()) {
			return Reading.unknown("There was nothing to filter: " + reading.summary(), source, reading.at());
		}
		try {
			List<String> all = text.lines().toList();
			List<String> kept = FilterChain.parse(filters.stages()).apply(all);
			if (kept.equals(List.of("null"))) {
				return Reading.unknown("The answer does not hold what is asked for", source, reading.at());
			}
			return filtered(reading, all, kept, source);
		}
		catch (FilterTrouble trouble) {
			return Reading.unknown(trouble.reason(), source, reading.at());
		}
	}

	/** Choosing among lines says nothing about whether the whole was as expected. */
	private static Reading filtered(Reading reading, List<String> all, List<String> kept, String source) {
		String shown = String.join("\n", kept);
		boolean single = kept.size() == 1 && kept.getFirst().length() <= 120;
		String summary = kept.isEmpty() ? "none of " + all.size() + (all.size() == 1 ? " line" : " lines")
				: single ? kept.getFirst().strip() : kept.size() + " of " + all.size() + " lines";
		return new Reading(true, summary, single ? number(kept.getFirst()) : null, null, null, shown, source,
				reading.at());
	}

	private static @Nullable Double number(String line) {
		return line.strip().matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? Double.valueOf(line.strip()) : null;
	}

	/** As psql sets a table out, which is what filters behind it were written for. */
	private static String text(@Nullable Table table) {
		if (table == null) {
			return "";
		}
		int[] widths = IntStream.range(0, table.columns().size())
			.map((column) -> Math.max(table.columns().get(column).length(),
					table.rows().stream().mapToInt((row) -> row.get(column).length()).max().orElse(0)))
			.toArray();
		List<String> lines = new ArrayList<>();
		lines.add(line(table.columns(), widths));
		lines.add(IntStream.of(widths).mapToObj((width) -> "-".repeat(width + 2)).collect(Collectors.joining("+")));
		table.rows().forEach((row) -> lines.add(line(row, widths)));
		lines.add("(" + table.rows().size() + ((table.rows().size() == 1) ? " row)" : " rows)"));
		return String.join("\n", lines);
	}

	private static String line(List<String> cells, int[] widths) {
		return IntStream.range(0, widths.length)
			.mapToObj((i) -> " " + cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()) + " ")
			.collect(Collectors.joining("|"));
	}

}
