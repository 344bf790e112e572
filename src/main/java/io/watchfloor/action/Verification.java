package io.watchfloor.action;

/**
 * One look at a plan's done-when.
 *
 * @param state whether it holds
 * @param observed what was read: "0 keys match"
 */
public record Verification(State state, String observed) {

	/** Whether the condition holds; no answer is never HOLDS (law 4). */
	public enum State {

		/** It holds now. */
		HOLDS,
		/** Not yet; look again. */
		NOT_YET,
		/** It can no longer come to hold. */
		FAILED,
		/** Nobody knows: no answer, or nonsense. */
		UNKNOWN

	}

}
