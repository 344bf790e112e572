package io.watchfloor.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * When procedures were last walked. Implemented above this module; without such a bean
 * nothing is said about it.
 */
public interface Exercises {

	/**
	 * What is known of each procedure of a runbook, by its slug; one for every procedure.
	 */
	Map<String, Freshness> of(Runbook book);

	/**
	 * How fresh a procedure is.
	 *
	 * @param last the last walk that ended; absent when there was none
	 * @param staleAfter from then on it should be walked again
	 * @param stale whether it was never walked, or too long ago
	 * @param broken what does not fit any more, each in a sentence
	 */
	record Freshness(@Nullable Last last, Duration staleAfter, boolean stale, List<String> broken) {

		public Freshness {
			broken = List.copyOf(broken);
		}

		/** The last walk, if there was one. */
		public Optional<Last> exercised() {
			return Optional.ofNullable(this.last);
		}

	}

	/**
	 * A walk that ended.
	 *
	 * @param at when it ended
	 * @param by who began it
	 * @param environment where
	 * @param drill whether it was one; nothing was changed then
	 * @param finished whether to the end; it was aborted otherwise
	 * @param took from its beginning to its end
	 * @param location where it can be looked at
	 */
	record Last(Instant at, String by, String environment, boolean drill, boolean finished, Duration took,
			String location) {
	}

}
