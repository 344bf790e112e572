package io.watchfloor.run;

/** Where a walk stands. */
public enum RunState {

	/** Somebody walks it. */
	UNDER_WAY,
	/** Every step is done or skipped, and a person said so. */
	FINISHED,
	/** A person stopped it; what remained is on its timeline. */
	ABORTED

}
