package io.watchfloor.security;

import java.time.Instant;

/** Browsers on which a person has signed in before, kept by the digest of a cookie. */
public interface DeviceStore {

	/** Whether this browser is known as that person's. */
	boolean knows(PersonId person, Token device);

	/** Remembers a browser; a person has at most twenty, the oldest goes. */
	void remember(PersonId person, Token device, Instant now);

	/** Forgets all of a person's browsers. */
	void forget(PersonId person);

}
