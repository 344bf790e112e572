package io.watchfloor.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.watchfloor.db.StoreStatus;

/**
 * Sessions as the store has them, looked at again after two seconds: whoever is shut out
 * on one node is out on all of them within that time. When the store does not answer, the
 * last look counts for five minutes, marked as old: enough to go on reading.
 */
@Component
public class LiveSessions {

	private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

	private static final Duration FRESH = Duration.ofSeconds(2);

	private static final Duration OLD = Duration.ofMinutes(5);

	private static final int MOST = 10_000;

	private final Map<SessionId, Look> looks = new ConcurrentHashMap<>();

	private final SessionStore store;

	private final SecuritySettings settings;

	private final StoreStatus status;

	private final Clock clock;

	LiveSessions(SessionStore store, SecuritySettings settings, StoreStatus status, Clock clock) {
		this.store = store;
		this.status = status;
		this.settings = settings;
		this.clock = clock;
	}

	/** The session while it counts. */
	public Optional<Look> find(SessionId id) {
		Instant now = this.clock.instant();
		Look last = this.looks.get(id);
		Look look = (last != null && now.isBefore(last.at().plus(FRESH))) ? last : look(id, last, now);
		return Optional.ofNullable(look).filter((seen) -> seen.session().active(now, this.settings));
	}

	private @Nullable Look look(SessionId id, @Nullable Look last, Instant now) {
		if (!this.status.available()) {
			return old(last, now);
		}
		try {
			Look look = this.store.find(id).map((session) -> new Look(session, now, true)).orElse(null);
			remember(id, look);
			return look;
		}
		catch (RuntimeException unanswered) {
			LOG.debug("the store does not answer", unanswered);
			this.status.suspect();
			return old(last, now);
		}
	}

	private static @Nullable Look old(@Nullable Look last, Instant now) {
		return (last != null && now.isBefore(last.at().plus(OLD))) ? new Look(last.session(), last.at(), false) : null;
	}

	private void remember(SessionId id, @Nullable Look look) {
		if (look == null || look.session().ended() != null) {
			this.looks.remove(id);
			return;
		}
		if (this.looks.size() > MOST) {
			this.looks.clear();
		}
		this.looks.put(id, look);
	}

	/** Says that the person did something; written once a minute. */
	public void seen(Look look) {
		Instant now = this.clock.instant();
		if (look.sure() && now.isAfter(look.session().lastSeen().plus(Duration.ofMinutes(1)))) {
			this.store.seen(look.session().id(), now);
			forget(look.session().id());
		}
	}

	/** Looks again the next time. */
	public void forget(SessionId id) {
		this.looks.remove(id);
	}

	/**
	 * A session as it was seen.
	 *
	 * @param session it
	 * @param at when the store said so
	 * @param sure false when the store has not answered since
	 */
	public record Look(SignedInSession session, Instant at, boolean sure) {
	}

}
