package io.watchfloor.kernel;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event that the audit log must hold. Published with Spring's event publisher by
 * modules that stand below {@code audit}; the log appends it before {@code publishEvent}
 * returns, and {@code publishEvent} throws when it cannot.
 */
public interface Auditable {

	/** Who did it. */
	Actor actor();

	/** What was done, as {@code noun.verb}: {@code session.signed-in}. */
	String action();

	/** To what: a person's name, a target's id, a file. */
	String target();

	/** Why, in the actor's words. */
	default @Nullable String reason() {
		return null;
	}

	/** How it ended: {@code SUCCEEDED}, {@code FAILED} or {@code REFUSED}. */
	default String result() {
		return "SUCCEEDED";
	}

	/** Further facts; never a secret. */
	default Map<String, String> details() {
		return Map.of();
	}

}
