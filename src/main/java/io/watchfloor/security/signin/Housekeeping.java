package io.watchfloor.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import io.watchfloor.db.StoreStatus;
import io.watchfloor.security.AttemptStore;
import io.watchfloor.security.SessionStore;

/** Forgets old attempts and sessions every hour. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping {

	private static final Duration SESSIONS = Duration.ofDays(30);

	private final AttemptStore attempts;

	private final SessionStore sessions;

	private final StoreStatus status;

	private final Clock clock;

	Housekeeping(AttemptStore attempts, SessionStore sessions, StoreStatus status, Clock clock) {
		this.attempts = attempts;
		this.sessions = sessions;
		this.status = status;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
	void tidy() {
		if (this.status.available()) {
			Instant now = this.clock.instant();
			this.attempts.forget(now.minus(AttemptStore.MEMORY));
			this.sessions.forget(now.minus(SESSIONS));
		}
	}

}
