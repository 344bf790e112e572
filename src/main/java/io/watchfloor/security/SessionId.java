package io.watchfloor.security;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One sign-in on one browser. Not the session cookie: knowing it opens nothing. */
public record SessionId(UUID value) implements Serializable {

	public SessionId {
		Objects.requireNonNull(value, "value");
	}

	/** A new one. */
	public static SessionId create() {
		return new SessionId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
