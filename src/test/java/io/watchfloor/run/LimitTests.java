package io.watchfloor.run;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.action.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			If replication lag > 10 s                         | above 10 s
			If the error rate is over 5 %, restart it         | above 5 %
			the error rate stays below 1.5 percent for 10 min | below 1.5 %
			at least 80% of requests                          | at least 80 %
			If the queue has more than 1000 for an hour       | above 1000
			≤ 200 ms                                          | at most 200 ms
			""")
	void aLimitIsReadAsPeopleWriteIt(String text, String limit) {
		assertThat(Limit.in(text)).map(Limit::words).contains(limit);
	}

	@Test
	void withoutAFigureThereIsNoLimit() {
		assertThat(Limit.in("If the pod restarts more often than before")).isEmpty();
	}

	@Test
	void unitsThatAreTheSameAmountAreComparedAndOthersAreNot() {
		Limit limit = Limit.in("lag > 10 s").orElseThrow();
		assertThat(limit.holds(figure(12.0, "seconds"))).contains(true);
		assertThat(limit.holds(figure(9_000.0, "ms"))).contains(false);
		assertThat(limit.holds(figure(12_000.0, "bytes"))).isEmpty();
		assertThat(limit.holds(figure(12.0, null))).isEmpty();
		assertThat(limit.holds(figure(Double.NaN, "s"))).isEmpty();
		assertThat(limit.holds(figure(null, "s"))).isEmpty();
		assertThat(limit.holds(Reading.unknown("no answer", "lag", Instant.EPOCH))).isEmpty();
	}

	private static Reading figure(@Nullable Double value, @Nullable String unit) {
		return new Reading(true, "lag", value, unit, null, null, "lag of the replica", Instant.EPOCH);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Watch the error rate for ten minutes       | PT10M
			Monitor for 15 minutes                     | PT15M
			Monitor error rates for 15-30 minutes      | PT15M
			Keep an eye on the queue for an hour       | PT1H
			Make sure the rate stays below 1 % for 90s | PT1M30S
			""")
	void aStepSaysForHowLongSomethingIsWatched(String text, Duration length) {
		assertThat(WatchWords.length(text)).contains(length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Watch the logs", "Wait 10 minutes", "Monitor canary deployment",
			"Check CloudWatch for errors in 5 regions", "Watch it for 400 hours" })
	void otherWordsAskForNothingToBeWatched(String text) {
		assertThat(WatchWords.length(text)).isEmpty();
	}

}
