package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectationTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "PONG; PONG; AS_EXPECTED",
			"PONG; LOADING; NOT_AS_EXPECTED", "200; 503; NOT_AS_EXPECTED", "200; 200; AS_EXPECTED",
			"Should be under 100; 17; NOT_JUDGED", "PONG; a much longer answer with blanks; NOT_AS_EXPECTED",
			"healthy; ``; NOT_JUDGED", "{\"status\":\"healthy\"}; {\"status\":\"healthy\",\"uptime\":5}; AS_EXPECTED",
			"{\"status\":\"healthy\"}; {\"status\":\"degraded\"}; NOT_AS_EXPECTED",
			"{\"status\":\"healthy\"}; {\"state\":\"healthy\"}; NOT_AS_EXPECTED",
			"{\"status\":\"healthy\"}; <html>; NOT_AS_EXPECTED",
			"{\"status\":\"ok\",\"db\":{\"up\":true}}; {\"status\":\"ok\",\"db\":{\"up\":false}}; NOT_AS_EXPECTED",
			"{\"status\":\"ok\",\"version\":\"1.2.3\"}; {\"status\":\"ok\",\"version\":\"1.4.0\"}; AS_EXPECTED",
			"{\"at\":\"2026-01-01T00:00:00Z\",\"n\":3}; {\"at\":\"2026-02-01T00:00:00Z\",\"n\":9}; NOT_JUDGED",
			"{\"status\":\"ok\",\"id\":\"...\"}; {\"status\":\"ok\",\"id\":\"x\"}; AS_EXPECTED" })
	void whatTheRunbookExpectsIsComparedWhereThatIsCertain(String expected, String read, Judgement judgement) {
		assertThat(new Expectation(expected).judge(reading(read)).judgement()).isEqualTo(judgement);
	}

	@Test
	void aConnectorsDoubtStays() {
		Reading degraded = reading("PONG").judged(Judgement.NOT_AS_EXPECTED);
		assertThat(new Expectation("PONG").judge(degraded).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
	}

	@Test
	void noDataIsNeverAsExpected() {
		Reading none = Reading.unknown("timed out", "PING", Instant.EPOCH);
		assertThat(new Expectation("PONG").judge(none).judgement()).isEqualTo(Judgement.NOT_JUDGED);
		assertThat(none.judged(Judgement.AS_EXPECTED).judgement()).isEqualTo(Judgement.NOT_JUDGED);
	}

	private static Reading reading(String text) {
		return new Reading(true, "read", null, null, null, text, "test", Instant.EPOCH);
	}

}
