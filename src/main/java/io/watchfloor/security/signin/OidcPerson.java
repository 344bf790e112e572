package io.watchfloor.security.signin;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;

/** A person whom the identity provider vouches for. */
final class OidcPerson extends DefaultOidcUser implements PersonPrincipal {

	private static final long serialVersionUID = 1L;

	private final PersonId person;

	private final String displayName;

	OidcPerson(Person person, OidcUser user) {
		super(GrantedRoles.of(person), user.getIdToken(), user.getUserInfo());
		this.person = person.id();
		this.displayName = person.displayName();
	}

	@Override
	public PersonId person() {
		return this.person;
	}

	@Override
	public String getName() {
		return this.displayName;
	}

	@Override
	public String by() {
		return "identity provider";
	}

	/**
	 * The provider may have let the person through on an old sign-in of its own; only
	 * {@code auth_time} tells. Without that claim nothing is proven.
	 */
	@Override
	public Instant provenAt(Instant now) {
		Instant proven = getIdToken().getAuthenticatedAt();
		return (proven == null) ? Instant.EPOCH : proven.isAfter(now) ? now : proven;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OidcPerson that && this.person.equals(that.person) && super.equals(other);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.person);
	}

}
