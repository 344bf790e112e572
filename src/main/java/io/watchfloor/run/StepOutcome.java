package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.action.Outcome;

/**
 * How an attempt ended, as it is kept.
 *
 * @param kind one of the four
 * @param facts recorded state, such as counts
 */
public record StepOutcome(Kind kind, Map<String, String> facts) {

	public StepOutcome {
		facts = Map.copyOf(facts);
	}

	/** The four ways. */
	public enum Kind {

		/** The target accepted it. */
		SUCCEEDED,
		/** The target refused, or it was never sent. */
		FAILED,
		/** Not started. */
		REFUSED,
		/** It may have happened. */
		UNKNOWN

	}

	static StepOutcome of(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Succeeded succeeded -> new StepOutcome(Kind.SUCCEEDED, succeeded.facts());
			case Outcome.Failed _ -> of(Kind.FAILED);
			case Outcome.Refused _ -> of(Kind.REFUSED);
			case Outcome.Unknown _ -> of(Kind.UNKNOWN);
		};
	}

	static StepOutcome of(Kind kind) {
		return new StepOutcome(kind, Map.of());
	}

}
