package io.watchfloor.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test moves it. In UTC. */
public final class MutableClock extends Clock {

	private volatile Instant now;

	private MutableClock(Instant now) {
		this.now = now;
	}

	/** Returns a clock that shows this instant, as {@code 2026-03-01T03:00:00Z}. */
	public static MutableClock at(String instant) {
		return new MutableClock(Instant.parse(instant));
	}

	/** Moves it on. */
	public synchronized void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

	/** Sets it. */
	public void set(Instant instant) {
		this.now = instant;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("time is an instant, in UTC");
	}

}
