package io.watchfloor.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** People and their roles, kept. Writes take part in the caller's transaction. */
public interface PersonStore {

	/** Everybody, by name. */
	List<Person> all();

	/** By id. */
	Optional<Person> find(PersonId id);

	/** By the name typed to sign in, in any case. */
	Optional<Person> named(String name);

	/** By the identity provider's name for the person. */
	Optional<Person> external(String issuer, String subject);

	/** The encoded password, if one was chosen. */
	Optional<String> passwordHash(PersonId id);

	/**
	 * Adds a person without a password.
	 * @return false when the name is somebody's already; then nothing was added
	 */
	boolean add(Person person, @Nullable String issuer, @Nullable String subject);

	/** Replaces the roles. */
	void roles(PersonId id, Set<Role> roles);

	/** Replaces the roles that count in some places only. */
	void grants(PersonId id, Set<Grant> grants);

	/** Lets the person sign in, or not. */
	void enabled(PersonId id, boolean enabled);

	/** Replaces the encoded password. */
	void password(PersonId id, String hash);

	/** Replaces what others see. */
	void displayName(PersonId id, String displayName);

	/**
	 * How many enabled administrators could sign in, and locks them against a change by
	 * somebody else until the transaction ends.
	 */
	int administrators(boolean externalToo);

}
