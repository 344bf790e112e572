package io.watchfloor.security.ui;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.watchfloor.security.GrantText;
import io.watchfloor.security.Person;
import io.watchfloor.security.Role;

/** Roles as people read them. */
final class RoleNames {

	private RoleNames() {
	}

	static String of(Role role) {
		return switch (role) {
			case VIEWER -> "Viewer";
			case OPERATOR -> "Operator";
			case APPROVER -> "Approver";
			case MANAGER -> "Manager";
			case ADMINISTRATOR -> "Administrator";
		};
	}

	/** What the role lets a person do. */
	static String meaning(Role role) {
		return switch (role) {
			case VIEWER -> "reads systems, runbooks and runs";
			case OPERATOR -> "walks procedures and runs actions";
			case APPROVER -> "approves what others ask for";
			case MANAGER -> "reviews what was done alone, exports the audit log";
			case ADMINISTRATOR -> "manages people and sessions";
		};
	}

	/** Everything that a person is trusted with. */
	static String of(Person person) {
		if (person.grants().isEmpty()) {
			return of(person.roles());
		}
		String some = GrantText.of(person.grants());
		return person.roles().isEmpty() ? some : of(person.roles()) + "; " + some;
	}

	static String of(Set<Role> roles) {
		return roles.isEmpty() ? "none"
				: new TreeSet<>(roles).stream().map(RoleNames::of).collect(Collectors.joining(", "));
	}

}
