package io.watchfloor.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Rights;
import io.watchfloor.security.Scope;

/** Everybody keeps their rights until the test takes them away. */
class FakeRights implements Rights {

	final Set<String> shutOut = ConcurrentHashMap.newKeySet();

	@Override
	public boolean may(Actor actor, Permission permission, Scope scope) {
		return !this.shutOut.contains(actor.id());
	}

}
