package io.watchfloor.run;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.action.Plan.DoneWhen;
import io.watchfloor.action.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The watch over a plan's done-when.
 *
 * @param state what the last look found; absent before the first
 * @param observed what it read
 * @param holdsSince since when it holds without interruption
 * @param lookAt when to look again
 * @param deadline until when it must have held long enough
 */
public record Watch(Verification.@Nullable State state, String observed, @Nullable Instant holdsSince, Instant lookAt,
		Instant deadline) {

	/** Between two looks. */
	static final Duration PAUSE = Duration.ofSeconds(1);

	static Watch begin(DoneWhen doneWhen, Instant now) {
		return new Watch(null, "", null, now, now.plus(doneWhen.within()));
	}

	/** Where the clock was set back, time is counted from now on. */
	Watch looked(Verification seen, Instant now, Duration within) {
		boolean holds = seen.state() == Verification.State.HOLDS;
		boolean before = this.holdsSince != null && !this.holdsSince.isAfter(now);
		Instant latest = now.plus(within);
		return new Watch(seen.state(), seen.observed(), holds ? (before ? this.holdsSince : now) : null,
				now.plus(PAUSE), this.deadline.isAfter(latest) ? latest : this.deadline);
	}

	Watch leased(Instant until) {
		return new Watch(this.state, this.observed, this.holdsSince, until, this.deadline);
	}

	boolean heldFor(Duration duration, Instant now) {
		return this.holdsSince != null && !now.isBefore(this.holdsSince.plus(duration));
	}

	boolean overdue(Instant now) {
		return !now.isBefore(this.deadline);
	}

}
