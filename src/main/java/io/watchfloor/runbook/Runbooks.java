package io.watchfloor.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All runbooks of the catalog, read. */
public interface Runbooks {

	/** Every runbook, by system and file. */
	List<Runbook> all();

	/** Finds one. */
	Optional<Runbook> find(RunbookId id);

	/** What is wrong with files: not readable, or read with characters replaced. */
	default List<Trouble> troubles() {
		return List.of();
	}

	/** When the files were last looked at. */
	default Optional<Instant> readAt() {
		return Optional.empty();
	}

	/** Which version of a repository a runbook is; empty when it comes from a folder. */
	default Optional<Revision> revision(RunbookId id) {
		return Optional.empty();
	}

	/**
	 * Something wrong with a file, and what to do about it.
	 *
	 * @param refused whether it was not read at all
	 */
	record Trouble(RunbookId id, String message, boolean refused) {
	}

}
