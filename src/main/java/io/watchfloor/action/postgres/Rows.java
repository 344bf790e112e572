package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;

/** Rows as a reading shows them. */
final class Rows {

	private Rows() {
	}

	/** The first row names the columns. */
	static Reading.Table table(List<Map<String, String>> rows) {
		return rows.isEmpty() ? new Reading.Table(List.of(), List.of()) : new Reading.Table(
				List.copyOf(rows.getFirst().keySet()), rows.stream().map((row) -> List.copyOf(row.values())).toList());
	}

}
