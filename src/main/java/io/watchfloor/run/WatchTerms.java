package io.watchfloor.run;

import java.time.Duration;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.jspecify.annotations.Nullable;

/**
 * For how long a reading is repeated, and what counts as a breach.
 *
 * @param length for how long
 * @param every from one reading to the next
 * @param silence without data for longer it ends; no data is never fine (law 4)
 * @param limit where every figure must be; null when what is read must only not be other
 * than expected
 */
public record WatchTerms(Duration length, Duration every, Duration silence, @Nullable Limit limit) {

	/** So long at most. */
	public static final Duration LONGEST = Duration.ofHours(24);

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	private static final int READINGS = 60;

	/**
	 * Refuses what cannot be watched.
	 * @throws Problem of category NOT_UNDERSTOOD
	 */
	public WatchTerms {
		if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
			throw new Problem(Category.NOT_UNDERSTOOD, "Watch it for more than nothing and at most 24 hours.");
		}
		if (every.compareTo(SHORTEST_PAUSE) < 0 || every.compareTo(length) > 0) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"Read at most once a second, and at least once in the time that it is watched.");
		}
		if (silence.compareTo(every) < 0) {
			throw new Problem(Category.NOT_UNDERSTOOD, "Allow at least one reading to fail: a longer silence.");
		}
	}

	/** About sixty readings, and three of them may fail. */
	public static WatchTerms of(Duration length, @Nullable Limit limit) {
		Duration wanted = length.dividedBy(READINGS).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
		Duration most = Duration.ofSeconds(30);
		Duration every = (wanted.compareTo(SHORTEST_PAUSE) < 0) ? SHORTEST_PAUSE
				: (wanted.compareTo(most) > 0) ? most : wanted;
		return new WatchTerms(length, every, every.multipliedBy(3), limit);
	}

}
