package io.watchfloor.kernel;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock, in UTC; tests replace it. It ticks in microseconds, which is what
 * PostgreSQL keeps: a finer instant would come back from the store rounded, perhaps into
 * the future.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
	}

}
