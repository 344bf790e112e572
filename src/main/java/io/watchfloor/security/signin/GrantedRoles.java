package io.watchfloor.security.signin;

import java.util.List;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.watchfloor.security.Person;

/** Roles in Spring's words, for annotations on views; services ask the store. */
final class GrantedRoles {

	private GrantedRoles() {
	}

	static List<GrantedAuthority> of(Person person) {
		return person.roles()
			.stream()
			.map((role) -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
			.toList();
	}

}
