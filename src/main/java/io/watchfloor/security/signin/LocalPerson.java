package io.watchfloor.security.signin;

import java.time.Instant;

import io.watchfloor.security.PersonId;

/** A person who typed their password. */
record LocalPerson(PersonId person, String displayName) implements PersonPrincipal {

	@Override
	public String getName() {
		return this.displayName;
	}

	@Override
	public String by() {
		return "password";
	}

	@Override
	public Instant provenAt(Instant now) {
		return now;
	}

}
