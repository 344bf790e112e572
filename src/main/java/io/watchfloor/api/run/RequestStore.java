package io.watchfloor.api.run;

import java.time.Instant;
import java.util.Optional;

import io.watchfloor.run.RunId;
import org.jspecify.annotations.Nullable;

/** Requests that carried a key, kept for a while. Each write stands by itself. */
interface RequestStore {

	/** Keeps a request; false when the caller used the key before. */
	boolean begin(String caller, String key, byte[] digest, Instant now);

	/** Keeps which run it began. */
	void began(String caller, String key, RunId run);

	/** Finds an earlier request. */
	Optional<Request> find(String caller, String key);

	/** Forgets a request that began nothing. */
	void forget(String caller, String key);

	/** Forgets what is older. */
	void forget(Instant before);

	/**
	 * An earlier request.
	 *
	 * @param run what it began; null while nobody knows
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Request(byte[] digest, @Nullable RunId run) {
	}

}
