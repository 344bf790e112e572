package io.watchfloor.api.run;

import java.time.Instant;

import io.watchfloor.action.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What was read.
 *
 * @param known false when there is no data; then the summary says why
 * @param judgement whether it is as expected, where anyone said what to expect
 * @param source the query or request as sent
 */
record ReadingDocument(boolean known, String summary, @Nullable Double value, @Nullable String unit,
		Reading.@Nullable Table table, @Nullable String text, String source, Instant at, String judgement) {

	static ReadingDocument of(Reading reading) {
		return new ReadingDocument(reading.known(), reading.summary(), reading.value(), reading.unit(), reading.table(),
				reading.text(), reading.source(), reading.at(), reading.judgement().name());
	}

}
