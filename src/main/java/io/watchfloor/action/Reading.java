package io.watchfloor.action;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a READ action returned (law 8: with where from and when).
 *
 * @param known false when there is no data: refused, timed out, empty, unparsable (law 4)
 * @param summary one line: "hit rate 93.4 %", or the cause when not known
 * @param value the figure that a threshold compares, where there is one
 * @param unit of the value: {@code %}, {@code ms}, {@code keys}
 * @param table rows, where there are any
 * @param text the answer as text, where it is text
 * @param source the query or request as sent
 * @param at when it was read
 */
public record Reading(boolean known, String summary, @Nullable Double value, @Nullable String unit,
		@Nullable Table table, @Nullable String text, String source, Instant at) {

	/** No data. */
	public static Reading unknown(String cause, String source, Instant at) {
		return new Reading(false, cause, null, null, null, null, source, at);
	}

	/** Rows of text; every row has as many cells as there are columns. */
	public record Table(List<String> columns, List<List<String>> rows) {
	}

}
