package io.watchfloor.kernel;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeConfigurationTests {

	private final Clock clock = new TimeConfiguration().clock();

	@Test
	void theClockTellsUtc() {
		assertThat(this.clock.getZone()).isEqualTo(ZoneOffset.UTC);
	}

	@Test
	void noInstantIsFinerThanWhatTheStoreKeeps() {
		assertThat(IntStream.range(0, 1000).mapToObj((round) -> this.clock.instant()))
			.allMatch((instant) -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)));
	}

}
