package io.watchfloor.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

import io.watchfloor.security.SecurityEvent;
import io.watchfloor.security.SecurityJournal;

/**
 * Tells the audit log of failures, at most once a minute for one name and place, and at
 * most sixty a minute in all: who floods the sign-in does not flood the log.
 */
@Component
class FailureLog {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int MOST = 60;

	private final Map<String, Instant> told = new LinkedHashMap<>();

	private final SecurityJournal journal;

	private final Clock clock;

	FailureLog(SecurityJournal journal, Clock clock) {
		this.journal = journal;
		this.clock = clock;
	}

	/** An attempt failed. */
	void refused(String name, SignInDetails details, AuthenticationException why) {
		boolean throttled = why instanceof Throttled;
		String kind = throttled ? "sign-in.throttled" : "sign-in.failed";
		String shown = (name.length() <= 60) ? name : name.substring(0, 60);
		if (worthTelling(kind + shown.toLowerCase(Locale.ROOT) + AddressPrefix.of(details.address()))) {
			this.journal.tell(SecurityEvent.refused(kind, shown, Map.of("address", details.address())));
		}
	}

	private synchronized boolean worthTelling(String key) {
		Instant now = this.clock.instant();
		this.told.values().removeIf((at) -> at.plus(PAUSE).isBefore(now));
		return this.told.size() < MOST && this.told.putIfAbsent(key, now) == null;
	}

}
