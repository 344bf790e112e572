package io.watchfloor.run;

import java.util.Set;

/**
 * Where a step stands. The only ways from one state to another are {@link #next()}; the
 * store writes a step only from the state (and version) it was read in.
 */
public enum StepState {

	/** Waits for its turn, a preview or a person. */
	READY,
	/** Live state is being read. */
	READING,
	/** The reading brought no data; that is never fine (law 4). */
	NO_DATA,
	/** A plan is stored and waits for confirmation. */
	PLANNED,
	/** Confirmed; a second person must approve this very plan. */
	AWAITING_APPROVAL,
	/** The intent is being recorded and the state read again; nothing was sent. */
	INTENDED,
	/** The plan's calls are being made. */
	EXECUTING,
	/** It may have happened; a probe or a person settles it (law 5). */
	UNKNOWN,
	/** The target accepted it; the done-when is being watched. */
	VERIFYING,
	/** The target accepted it, but nobody could see whether the done-when holds. */
	UNVERIFIED,
	/** A reading is repeated for a time and held against a limit. */
	WATCHING,
	/** Done, and seen to be. */
	DONE,
	/** It did not work. */
	FAILED,
	/** A person left it out, or left it as it is. */
	SKIPPED;

	/** The states that may follow. */
	public Set<StepState> next() {
		return switch (this) {
			case READY -> Set.of(READY, READING, PLANNED, WATCHING, DONE, SKIPPED);
			case READING -> Set.of(READY, NO_DATA, DONE);
			case NO_DATA -> Set.of(READY, READING, WATCHING, SKIPPED);
			case PLANNED -> Set.of(READY, PLANNED, AWAITING_APPROVAL, INTENDED, SKIPPED);
			case AWAITING_APPROVAL -> Set.of(PLANNED, INTENDED, SKIPPED);
			// To DONE in a drill only: nothing is sent
			case INTENDED -> Set.of(PLANNED, READY, EXECUTING, UNKNOWN, DONE);
			case EXECUTING -> Set.of(VERIFYING, FAILED, READY, UNKNOWN);
			case UNKNOWN -> Set.of(UNKNOWN, VERIFYING, READY);
			case VERIFYING -> Set.of(VERIFYING, DONE, FAILED, UNVERIFIED);
			case UNVERIFIED -> Set.of(VERIFYING, DONE, SKIPPED);
			case WATCHING -> Set.of(DONE, FAILED, NO_DATA, READY);
			case DONE -> Set.of(READY, READING, WATCHING);
			case FAILED -> Set.of(READY, READING, PLANNED, VERIFYING, WATCHING, SKIPPED);
			case SKIPPED -> Set.of(READY, READING);
		};
	}

	/** Whether the walk goes on behind it. */
	public boolean settled() {
		return this == DONE || this == SKIPPED;
	}

	/** Whether nothing came of it yet, so that it can be folded away. */
	boolean untouched() {
		return this == READY || this == PLANNED || this == NO_DATA;
	}

	/** Whether somebody works on it right now, under a claim. */
	public boolean inFlight() {
		return this == READING || this == INTENDED || this == EXECUTING;
	}

}
