package io.watchfloor.run;

import java.time.Instant;

/**
 * A reading that is repeated for a time.
 *
 * @param step whose step
 * @param attempt which go at it
 * @param source the step whose reading is repeated
 * @param terms for how long, and what counts as a breach
 * @param state how it stands
 * @param beganAt since when
 * @param endsAt until when
 * @param dueAt when to read next; also the lease of whoever reads
 * @param version counts the writes
 */
public record Watching(StepRef step, int attempt, StepRef source, WatchTerms terms, State state, Instant beganAt,
		Instant endsAt, Instant dueAt, long version) {

	/** How it stands. */
	public enum State {

		/** It is being read. */
		UNDER_WAY,
		/** It was fine for the whole time. */
		HELD,
		/** A reading was not fine. */
		BREACHED,
		/** No data came for too long. */
		NO_DATA,
		/** A person ended it, or the run is over. */
		STOPPED

	}

	/** The same, due at another time. */
	Watching due(Instant at) {
		return new Watching(this.step, this.attempt, this.source, this.terms, this.state, this.beganAt, this.endsAt, at,
				this.version);
	}

	/** The same, over. */
	Watching ended(State how) {
		return new Watching(this.step, this.attempt, this.source, this.terms, how, this.beganAt, this.endsAt,
				this.dueAt, this.version);
	}

}
