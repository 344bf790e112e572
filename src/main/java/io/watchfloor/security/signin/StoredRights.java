package io.watchfloor.security.signin;

import java.util.Optional;
import java.util.UUID;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Permission;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Scope;
import io.watchfloor.security.Rights;
import org.springframework.stereotype.Component;

/** Looks people up by their id, which no renaming changes. */
@Component
class StoredRights implements Rights {

	private final PersonStore people;

	StoredRights(PersonStore people) {
		this.people = people;
	}

	@Override
	public boolean may(Actor actor, Permission permission, Scope scope) {
		return id(actor).flatMap(this.people::find).filter((person) -> person.may(permission, scope)).isPresent();
	}

	private static Optional<PersonId> id(Actor actor) {
		try {
			return Optional.of(new PersonId(UUID.fromString(actor.id())));
		}
		catch (IllegalArgumentException nobody) {
			return Optional.empty();
		}
	}

}
