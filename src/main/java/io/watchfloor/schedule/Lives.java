package io.watchfloor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Remembers when consoles lived, and forgets it after a while. */
@Component
class Lives implements DueWork {

	private static final Duration MEMORY = Duration.ofDays(400);

	private final String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

	private final MissedStore store;

	private final Clock clock;

	private final Instant startedAt;

	Lives(MissedStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
		this.startedAt = clock.instant();
	}

	/** What this console calls itself. */
	String node() {
		return this.node;
	}

	/** This one lives. */
	void live() {
		this.store.alive(this.node, this.startedAt, this.clock.instant());
	}

	@Override
	public String name() {
		return "schedule.housekeeping";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Daily(LocalTime.of(4, 0), ZoneOffset.UTC);
	}

	/** Nobody misses it. */
	@Override
	public Duration tolerance() {
		return MEMORY;
	}

	@Override
	public void run(Turn turn) {
		this.store.forgetLives(this.clock.instant().minus(MEMORY));
	}

}
