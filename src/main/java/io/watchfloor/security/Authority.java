package io.watchfloor.security;

import java.util.Optional;

import io.watchfloor.kernel.Actor;

/**
 * Who calls, and whether they may. Services ask here first; views only hide what would be
 * refused (law 6). The identity comes from Spring Security's context and nowhere else.
 */
public interface Authority {

	/**
	 * The person who calls, with the name to show; empty when nobody is signed in (any
	 * more).
	 */
	default Optional<Actor> current() {
		return Optional.empty();
	}

	/**
	 * Demands a permission of the person who calls, everywhere.
	 * @param permission what is about to be done
	 * @return the person, for the record
	 * @throws io.watchfloor.kernel.Problem with category {@code REFUSED_BY_POLICY}
	 */
	Actor require(Permission permission);

	/**
	 * As above, for one place: a role that counts there only is enough. An authority that
	 * knows no places demands it everywhere.
	 */
	default Actor require(Permission permission, Scope scope) {
		return require(permission);
	}

	/**
	 * Demands a permission in some place at least; before it is known which place is
	 * meant.
	 */
	default Actor requireSomewhere(Permission permission) {
		return require(permission);
	}

	/** Whether the person who calls has a permission there. */
	default boolean has(Permission permission, Scope scope) {
		return has(permission);
	}

	/** Whether the person who calls has a permission in some place at least. */
	default boolean hasSomewhere(Permission permission) {
		return has(permission);
	}

	/**
	 * Whether the person who calls has a permission everywhere; false when nobody is
	 * signed in.
	 */
	boolean has(Permission permission);

	/**
	 * Whether the person who calls proved their password (or signed in) within ten
	 * minutes.
	 */
	boolean steppedUp();

	/**
	 * Takes the password again.
	 * @throws io.watchfloor.kernel.Problem when it is wrong or too often tried
	 */
	void stepUp(String password);

}
