package io.watchfloor.security.signin;

import java.io.Serializable;
import java.time.Instant;

import org.springframework.security.core.AuthenticatedPrincipal;

import io.watchfloor.security.PersonId;

/** Who was signed in; {@code getName()} is what others see. */
public interface PersonPrincipal extends AuthenticatedPrincipal, Serializable {

	/** Which person. */
	PersonId person();

	/** How they were let in, in words. */
	String by();

	/**
	 * When the person last proved who they are by more than a cookie.
	 * @param now the instant of this sign-in
	 */
	Instant provenAt(Instant now);

}
