package io.watchfloor.security;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which API token. Not the token itself: knowing it opens nothing. */
public record ApiTokenId(UUID value) implements Serializable {

	public ApiTokenId {
		Objects.requireNonNull(value, "value");
	}

	/** A new one. */
	static ApiTokenId create() {
		return new ApiTokenId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
