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
 * @param judgement whether it is what it should be, where anyone said what that is
 */
public record Reading(boolean known, String summary, @Nullable Double value, @Nullable String unit,
		@Nullable Table table, @Nullable String text, String source, Instant at, Judgement judgement) {

	/** A reading that nobody judges: it was read, which is not yet well. */
	public Reading(boolean known, String summary, @Nullable Double value, @Nullable String unit, @Nullable Table table,
			@Nullable String text, String source, Instant at) {
		this(known, summary, value, unit, table, text, source, at, Judgement.NOT_JUDGED);
	}

	public Reading {
		if (source.isBlank()) {
			throw new IllegalArgumentException("a figure says where it comes from (law 8)");
		}
		if (!known) {
			judgement = Judgement.NOT_JUDGED;
		}
	}

	/** No data. */
	public static Reading unknown(String cause, String source, Instant at) {
		return new Reading(false, cause, null, null, null, null, source, at);
	}

	/** The same, judged. */
	public Reading judged(Judgement as) {
		return new Reading(this.known, this.summary, this.value, this.unit, this.table, this.text, this.source, this.at,
				as);
	}

	/**
	 * Whether a reading is what it should be; what was merely read never looks like it.
	 */
	public enum Judgement {

		/** It is what was expected. */
		AS_EXPECTED,
		/** It is something else than was expected. */
		NOT_AS_EXPECTED,
		/** Nobody said what to expect, or no data came. */
		NOT_JUDGED

	}

	/** Rows of text; every row has as many cells as there are columns. */
	public record Table(List<String> columns, List<List<String>> rows) {
	}

}
