package io.watchfloor.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Imported by a test whose context shall use a {@link MutableClock}. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableTime {

	/** A Sunday at 3 AM. */
	@Bean
	@Primary
	public MutableClock mutableClock() {
		return MutableClock.at("2026-03-01T03:00:00Z");
	}

}
