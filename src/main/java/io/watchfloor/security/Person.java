package io.watchfloor.security;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.kernel.Actor;

/**
 * Somebody who can be signed in.
 *
 * @param id stable
 * @param name what is typed to sign in; unique, in any case
 * @param displayName what others see
 * @param roles what the person is trusted with everywhere
 * @param grants what the person is trusted with in some places
 * @param enabled whether the person may sign in at all
 * @param hasPassword whether a local password has been chosen
 * @param external whether an identity provider knows the person
 * @param created when the person was added
 */
public record Person(PersonId id, String name, String displayName, Set<Role> roles, Set<Grant> grants, boolean enabled,
		boolean hasPassword, boolean external, Instant created) {

	public Person {
		roles = Set.copyOf(roles);
		grants = Set.copyOf(grants);
	}

	/** Somebody whose roles count everywhere. */
	public Person(PersonId id, String name, String displayName, Set<Role> roles, boolean enabled, boolean hasPassword,
			boolean external, Instant created) {
		this(id, name, displayName, roles, Set.of(), enabled, hasPassword, external, created);
	}

	/** The person as the audit log names them. */
	public Actor actor() {
		return new Actor(this.id.toString(), this.displayName);
	}

	/** Whether one of the roles is enough, everywhere. */
	public boolean may(Permission permission) {
		return this.enabled && (permission.roles().stream().anyMatch(this.roles::contains)
				|| (permission == Permission.VIEW && !this.grants.isEmpty()));
	}

	/** Whether one of the roles is enough there. */
	public boolean may(Permission permission, Scope scope) {
		return may(permission) || (this.enabled && permission.placed()
				&& grantedFor(permission).anyMatch((grant) -> grant.covers(scope)));
	}

	/** Whether one of the roles is enough in some place at least. */
	public boolean maySomewhere(Permission permission) {
		return may(permission) || (this.enabled && permission.placed() && grantedFor(permission).findAny().isPresent());
	}

	private Stream<Grant> grantedFor(Permission permission) {
		return this.grants.stream().filter((grant) -> permission.roles().contains(grant.role()));
	}

}
