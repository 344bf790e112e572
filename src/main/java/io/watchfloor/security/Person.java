package io.watchfloor.security;

import java.time.Instant;
import java.util.Set;

import io.watchfloor.kernel.Actor;

/**
 * Somebody who can be signed in.
 *
 * @param id stable
 * @param name what is typed to sign in; unique, in any case
 * @param displayName what others see
 * @param roles what the person is trusted with
 * @param enabled whether the person may sign in at all
 * @param hasPassword whether a local password has been chosen
 * @param external whether an identity provider knows the person
 * @param created when the person was added
 */
public record Person(PersonId id, String name, String displayName, Set<Role> roles, boolean enabled,
		boolean hasPassword, boolean external, Instant created) {

	public Person {
		roles = Set.copyOf(roles);
	}

	/** The person as the audit log names them. */
	public Actor actor() {
		return new Actor(this.id.toString(), this.displayName);
	}

	/** Whether one of the roles is enough. */
	public boolean may(Permission permission) {
		return this.enabled && permission.roles().stream().anyMatch(this.roles::contains);
	}

}
