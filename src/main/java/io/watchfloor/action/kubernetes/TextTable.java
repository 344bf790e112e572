package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Reading;

/** Rows as kubectl prints them: columns three blanks apart, the last one as it is. */
final class TextTable {

	private static final int GAP = 3;

	private TextTable() {
	}

	static String of(Reading.Table table, boolean headers) {
		List<List<String>> lines = new ArrayList<>();
		if (headers) {
			lines.add(table.columns());
		}
		lines.addAll(table.rows());
		int[] widths = new int[table.columns().size()];
		lines.forEach((cells) -> {
			for (int i = 0; i < cells.size(); i++) {
				widths[i] = Math.max(widths[i], cells.get(i).length());
			}
		});
		StringBuilder text = new StringBuilder();
		for (List<String> cells : lines) {
			if (!text.isEmpty()) {
				text.append('\n');
			}
			for (int i = 0; i < cells.size(); i++) {
				boolean last = i == cells.size() - 1;
				text.append(cells.get(i)).repeat(' ', last ? 0 : widths[i] - cells.get(i).length() + GAP);
			}
		}
		return text.toString();
	}

}
