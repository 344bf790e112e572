package io.watchfloor.run;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names a run; ids sort by the time the run began.
 *
 * @param value a UUID of version 7
 */
public record RunId(UUID value) {

	private static final long TWELVE_BITS = 0xFFFL;

	private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

	/** A new id for a run that begins now. */
	public static RunId next(Instant now) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & TWELVE_BITS);
		long low = Long.MIN_VALUE | (random.nextLong() & SIXTY_TWO_BITS);
		return new RunId(new UUID(high, low));
	}

	/**
	 * Reads the id's text.
	 * @throws IllegalArgumentException when it is not a UUID
	 */
	public static RunId parse(String text) {
		return new RunId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
