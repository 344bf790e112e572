package io.watchfloor.action;

import java.util.List;

import io.watchfloor.catalog.Target;

/**
 * Knows what actions on one kind of target must be allowed to do there; a bean of the
 * connector. Works from the actions alone and asks no target.
 */
public interface AccessNeeds {

	/** Which kind of target. */
	String kind();

	/**
	 * What to grant so that these actions, with the looks of their previews,
	 * verifications, probes and undoing, can be done, and nothing else.
	 */
	AccessDocument needed(Target target, List<ActionUse> uses);

}
