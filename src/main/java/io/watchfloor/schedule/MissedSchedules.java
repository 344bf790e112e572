package io.watchfloor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Notices what was due and not done in time, and says why. */
@Service
public class MissedSchedules {

	private static final Logger log = LoggerFactory.getLogger(MissedSchedules.class);

	private final MissedStore store;

	private final Authority authority;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MissedSchedules(MissedStore store, Authority authority, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.authority = authority;
		this.events = events;
		this.clock = clock;
	}

	/** What was missed, newest first. */
	public List<Missed> newest(int limit) {
		this.authority.require(Permission.VIEW);
		return this.store.newest(limit);
	}

	/**
	 * Records which due times nobody kept, when something that was due is taken up now.
	 * @param due the oldest due time that is open
	 * @param tolerance so late is in time
	 */
	void notice(String work, Rhythm rhythm, Instant due, Duration tolerance) {
		Instant now = this.clock.instant();
		Instant inTime = now.minus(tolerance);
		if (!due.isBefore(inTime)) {
			return;
		}
		long times = 1;
		Instant last = due;
		for (Instant next = rhythm.after(due); next.isBefore(inTime); next = rhythm.after(next)) {
			last = next;
			times++;
		}
		Missed missed = new Missed(work, due, last, times, reason(due), now);
		log.warn("{} was due at {} and not done in time: {}", work, due, missed.reason());
		this.store.add(missed);
	}

	/** Appends to the audit log what is not there yet; what cannot be waits. */
	void record() {
		this.store.record((missed) -> this.events.publishEvent(new MissedSchedule(missed)));
	}

	private String reason(Instant due) {
		if (this.store.livedAt(due)) {
			return "A console ran, but it did not come to it: it was paused or overloaded, or the database did not answer.";
		}
		return this.store.seenBefore(due)
			.map((seen) -> "No console ran then; the last one before was seen at " + seen + ".")
			.orElse("No console ran then.");
	}

}
