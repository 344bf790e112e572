package io.watchfloor.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counted attempts, kept in buckets. */
public interface AttemptStore {

	/** After this time without another attempt a bucket starts again at zero. */
	Duration MEMORY = Duration.ofHours(1);

	/**
	 * Counts an attempt in every bucket at once, unless one of them is blocked: then
	 * nothing is counted.
	 * @param buckets what an attempt counts against, and when it blocks
	 * @param now the instant of the attempt
	 * @return how long to wait; zero when the attempt was counted and may go on
	 */
	Duration charge(List<Bucket> buckets, Instant now);

	/** Takes an attempt back after it has succeeded; the named buckets are emptied. */
	void refund(List<Bucket> buckets, List<Bucket> emptied);

	/** Forgets what was last charged before an instant. */
	void forget(Instant before);

	/**
	 * One count.
	 *
	 * @param key what is counted, without a name or an address in clear
	 * @param free how many failures cost nothing
	 * @param first how long the next one blocks; it doubles with every further one
	 * @param most the longest it blocks
	 */
	record Bucket(String key, int free, Duration first, Duration most) {

		/** How long to block after this many failures. */
		public Duration block(int failures) {
			if (failures < this.free) {
				return Duration.ZERO;
			}
			int doublings = Math.min(failures - this.free, 20);
			Duration block = this.first.multipliedBy(1L << doublings);
			return (block.compareTo(this.most) > 0) ? this.most : block;
		}

	}

}
