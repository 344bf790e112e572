package io.watchfloor.security;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which person; never changes, whatever the name becomes. */
public record PersonId(UUID value) implements Serializable {

	public PersonId {
		Objects.requireNonNull(value, "value");
	}

	/** A new one. */
	static PersonId create() {
		return new PersonId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
