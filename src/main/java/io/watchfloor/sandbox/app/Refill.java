package io.watchfloor.sandbox.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.lettuce.core.RedisException;
import io.watchfloor.sandbox.sample.SampleKeys;
import org.jspecify.annotations.Nullable;

/**
 * The job that fills gaps in the cache some time after one was noticed. It never replaces
 * what is there: that is why stale entries stay until somebody deletes them.
 */
public final class Refill {

	private final AppCache cache;

	private final SampleKeys keys;

	private final Clock clock;

	private final Duration wait;

	private @Nullable Instant noticed;

	/**
	 * Sets the job up.
	 * @param wait how long after a gap was noticed it runs
	 */
	public Refill(AppCache cache, SampleKeys keys, Clock clock, Duration wait) {
		this.cache = cache;
		this.keys = keys;
		this.clock = clock;
		this.wait = wait;
	}

	/** Notes that a key is missing. */
	synchronized void notice() {
		if (this.noticed == null) {
			this.noticed = this.clock.instant();
		}
	}

	/** Runs when it is time. */
	void tick() {
		if (due()) {
			try {
				this.cache.putAbsent(this.keys.cached(this.clock.instant()));
				done();
			}
			catch (RedisException noCache) {
				// The gap stays noticed; the next tick tries again.
			}
		}
	}

	private synchronized boolean due() {
		return this.noticed != null && !this.clock.instant().isBefore(this.noticed.plus(this.wait));
	}

	private synchronized void done() {
		this.noticed = null;
	}

	/** Removes every key and writes the samples, with reads so that statistics exist. */
	public void startAfresh() {
		Instant now = this.clock.instant();
		this.cache.clear();
		this.cache.put(this.keys.cached(now));
		this.cache.put(this.keys.others());
		this.cache.getEach(List.copyOf(this.keys.cached(now).keySet()));
		this.cache.getEach(IntStream.range(0, 100).mapToObj((n) -> "computing:" + n).toList());
		done();
	}

}
