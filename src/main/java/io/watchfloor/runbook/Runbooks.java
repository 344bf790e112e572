package io.watchfloor.runbook;

import java.util.List;
import java.util.Optional;

/** All runbooks of the catalog, read. */
public interface Runbooks {

	/** Every runbook, by system and file. */
	List<Runbook> all();

	/** Finds one. */
	Optional<Runbook> find(RunbookId id);

}
