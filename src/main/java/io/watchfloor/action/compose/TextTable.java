package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;

/** Rows as a table, and as the text that Docker would print. */
final class TextTable {

	private TextTable() {
	}

	static Reading.Table table(List<String> columns, List<Map<String, String>> rows) {
		return new Reading.Table(
				columns.stream().map((column) -> ListingRows.TITLES.getOrDefault(column, column)).toList(),
				rows.stream()
					.map((row) -> columns.stream().map((column) -> row.getOrDefault(column, "")).toList())
					.toList());
	}

	/** In columns, three blanks between them. */
	static String text(Reading.Table table) {
		List<List<String>> lines = new ArrayList<>(List.of(table.columns()));
		lines.addAll(table.rows());
		return aligned(lines);
	}

	/** With a format: its own lines, and in a table columns split at tabs. */
	static String text(GoFormat format, List<Map<String, String>> rows) {
		List<String> lines = rows.stream().map(format::row).toList();
		if (!format.table()) {
			return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
		}
		List<List<String>> cells = new ArrayList<>(List.of(List.of(format.head(ListingRows.TITLES).split("\t", -1))));
		lines.forEach((line) -> cells.add(List.of(line.split("\t", -1))));
		return aligned(cells);
	}

	static String aligned(List<List<String>> lines) {
		int columns = lines.stream().mapToInt(List::size).max().orElse(0);
		int[] widths = new int[columns];
		lines.forEach((line) -> {
			for (int i = 0; i < line.size(); i++) {
				widths[i] = Math.max(widths[i], line.get(i).length());
			}
		});
		StringBuilder text = new StringBuilder();
		lines.forEach((line) -> {
			for (int i = 0; i < line.size(); i++) {
				boolean last = i == line.size() - 1;
				text.append(line.get(i)).append(last ? "" : " ".repeat(widths[i] - line.get(i).length() + 3));
			}
			text.append('\n');
		});
		return text.toString();
	}

}
