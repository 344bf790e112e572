package io.watchfloor.kernel;

import java.util.Objects;

/**
 * Who does something: a person signed in, or the console itself.
 *
 * @param id the stable id, a person's UUID as text or {@code system}
 * @param name the name shown and written to the audit log
 */
public record Actor(String id, String name) {

	/** The console acting by itself, such as a verification poll. */
	public static final Actor SYSTEM = new Actor("system", "Watchfloor");

	public Actor {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(name, "name");
	}

}
