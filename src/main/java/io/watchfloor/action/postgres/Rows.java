package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;

/**
 * An answer.
 *
 * @param columns their names, which can repeat
 * @param numeric which of them hold numbers
 * @param rows a null is empty text, as psql shows it
 */
public record Rows(List<String> columns, List<Boolean> numeric, List<List<String>> rows) {

	/** Of maps that all have the first one's keys. */
	public static Reading.Table table(List<Map<String, String>> rows) {
		return rows.isEmpty() ? new Reading.Table(List.of(), List.of()) : new Reading.Table(
				List.copyOf(rows.getFirst().keySet()), rows.stream().map((row) -> List.copyOf(row.values())).toList());
	}

	Reading.Table table() {
		return new Reading.Table(this.columns, this.rows);
	}

	Rows first(int most) {
		return (this.rows.size() <= most) ? this : new Rows(this.columns, this.numeric, this.rows.subList(0, most));
	}

	/** Whether it is one row of one column. */
	boolean single() {
		return this.rows.size() == 1 && this.columns.size() == 1;
	}

}
