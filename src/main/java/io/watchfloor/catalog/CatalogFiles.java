package io.watchfloor.catalog;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Writes into the team's folder. Who calls has asked for the permission, and has the
 * intent on record. The catalog is read again before a write returns.
 */
public interface CatalogFiles {

	/**
	 * The runbook of a name in a system's own folder.
	 * @throws io.watchfloor.kernel.Problem when the name is that of a runbook which is
	 * kept elsewhere, and so cannot be replaced here
	 */
	Optional<byte[]> runbook(SystemId system, String file);

	/**
	 * Puts runbooks into a system's own folder: each whole or as it was, all or none.
	 * What they replace is kept in the hidden folder {@code .versions} beside them.
	 * @throws io.watchfloor.kernel.Problem with category {@code STALE} when one is no
	 * longer what was expected; then nothing was changed
	 */
	void put(SystemId system, List<NewRunbook> runbooks);

	/**
	 * A runbook to be put.
	 *
	 * @param file a plain file name
	 * @param content its bytes
	 * @param replaces the SHA-256 of the version that stands there now, in hexadecimal;
	 * null when there is none
	 */
	@SuppressWarnings("ArrayRecordComponent") // nobody compares it
	record NewRunbook(String file, byte[] content, @Nullable String replaces) {
	}

}
