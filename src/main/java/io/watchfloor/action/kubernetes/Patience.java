package io.watchfloor.action.kubernetes;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

/** Looks again and again, for a while. */
@Component
class Patience {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration MOST = Duration.ofMinutes(5);

	/** Returns whether it came true; looks at least once. */
	boolean until(Duration most, BooleanSupplier look) {
		long end = System.nanoTime() + ((most.compareTo(MOST) > 0) ? MOST : most).toNanos();
		while (!look.getAsBoolean()) {
			long left = end - System.nanoTime();
			if (left <= 0 || Thread.interrupted()) {
				return false;
			}
			LockSupport.parkNanos(Math.min(left, PAUSE.toNanos()));
		}
		return true;
	}

}
