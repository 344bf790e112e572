package io.watchfloor.action;

/**
 * One look at a plan's done-when.
 *
 * @param state whether it holds
 * @param observed what was read: "0 keys match"
 */
public record Verification(State state, String observed) {

	/** It holds now. */
	public static Verification holds(String observed) {
		return new Verification(State.HOLDS, observed);
	}

	/** It does not hold yet; look again. */
	public static Verification notYet(String observed) {
		return new Verification(State.NOT_YET, observed);
	}

	/** It can no longer come to hold. */
	public static Verification failed(String observed) {
		return new Verification(State.FAILED, observed);
	}

	/** Nothing was seen that could tell; a person says (law 4). */
	public static Verification unknown(String observed) {
		return new Verification(State.UNKNOWN, observed);
	}

	/** Holds, or not yet. */
	public static Verification when(boolean holds, String observed) {
		return holds ? holds(observed) : notYet(observed);
	}

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
