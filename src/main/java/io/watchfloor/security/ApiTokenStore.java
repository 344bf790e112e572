package io.watchfloor.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens, kept. Writes take part in the caller's transaction. */
public interface ApiTokenStore {

	/** Adds one, known by the digest of its text. */
	void add(ApiToken token, byte[] hash);

	/** By the digest of its text. */
	Optional<ApiToken> withHash(byte[] hash);

	/** By id. */
	Optional<ApiToken> find(ApiTokenId id);

	/** Everybody's, those that still count first, newest first. */
	List<ApiToken> all();

	/** A person's, in the same order. */
	List<ApiToken> of(PersonId person);

	/** Keeps when and from where it was used. */
	void used(ApiTokenId id, Instant now, String address);

	/** Ends it; false when it was over already. */
	boolean revoke(ApiTokenId id, Instant now);

}
