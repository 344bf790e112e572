package io.watchfloor.security;

import io.watchfloor.kernel.Actor;

/**
 * What somebody may who is not calling now: whoever confirmed a plan a while ago. Asks
 * the store each time, so that a role that was taken away counts at once.
 */
public interface Rights {

	/**
	 * Whether a person may still do something there; false for whoever is disabled or
	 * gone.
	 */
	boolean may(Actor actor, Permission permission, Scope scope);

}
