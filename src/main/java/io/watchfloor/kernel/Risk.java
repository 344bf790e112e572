package io.watchfloor.kernel;

/**
 * What an action can do to a target at worst. Stands in the kernel because an
 * environment's confirmation policy speaks of it as much as an action does.
 */
public enum Risk {

	/** Changes nothing. */
	READ,
	/** Can be put back, and nobody notices meanwhile. */
	REVERSIBLE,
	/** Somebody may notice: a restart, load, a lock. */
	DISRUPTIVE,
	/** Something is gone afterwards. */
	DESTRUCTIVE

}
