package io.watchfloor.run;

import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Lets only those send who hold their step's claim. A claim is renewed before each call,
 * which the store refuses once another node has the step; and a node that was paused or
 * cut off meanwhile, as its own monotonic clock tells, asks again instead of trusting
 * what it learned before.
 */
@Component
class Fence {

	/** So often a slow answer is asked for again. */
	private static final int TRIES = 3;

	private final StepStore store;

	private final RunTimes times;

	Fence(StepStore store, RunTimes times) {
		this.store = store;
		this.times = times;
	}

	/**
	 * Returns right after the claim was proven.
	 * @throws IllegalStateException when the step is another node's, or nobody can tell
	 */
	void demand(StepRef step, long token) {
		for (int attempt = 0; attempt < TRIES; attempt++) {
			long asked = System.nanoTime();
			if (!this.store.renew(step, token)) {
				throw new IllegalStateException("this step is no longer ours; nothing more is sent");
			}
			if (System.nanoTime() - asked < TimeUnit.MILLISECONDS.toNanos(this.times.lease().toMillis())) {
				return;
			}
		}
		throw new IllegalStateException(
				"the store answers too slowly to tell whether this step is still ours; nothing more is sent");
	}

}
