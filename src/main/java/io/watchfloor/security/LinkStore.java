package io.watchfloor.security;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Single-use links, kept by their digest. */
public interface LinkStore {

	/** Adds one and withdraws the unused ones for the same person (or for nobody). */
	void add(Token token, @Nullable PersonId person, Instant now, Instant expires);

	/**
	 * Adds one for nobody beside others: each of several consoles that start for the
	 * first time prints one, and who holds any of them gets in. Using one ends all.
	 */
	void addBeside(Token token, Instant now, Instant expires);

	/** The link if it could be used now. */
	Optional<Link> usable(Token token, Instant now);

	/** Uses it up: of many callers at most one gets it, ever. */
	Optional<Link> take(Token token, Instant now);

	/** Withdraws the unused ones for a person (or for nobody). */
	void withdraw(@Nullable PersonId person);

	/**
	 * One link.
	 *
	 * @param person who it invites; null when its holder becomes administrator
	 * @param expires until when it is good
	 */
	record Link(@Nullable PersonId person, Instant expires) {
	}

}
