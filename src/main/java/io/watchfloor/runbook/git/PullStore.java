package io.watchfloor.runbook.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Revision;

/** Keeps what was pulled, for every node. */
public interface PullStore {

	/** How every repository stands. */
	List<PullState> states();

	/** The documents of a system's last good pull, by path. */
	List<PulledFile> files(SystemId system);

	/** Asks for a pull; asking again changes nothing. Durable when it returns. */
	void want(SystemId system, GitSource source, Instant at, String by);

	/**
	 * Takes a pull that is asked for, so that nobody else does it until then.
	 * @return who asked; empty when none is asked for or somebody does it
	 */
	Optional<String> claim(SystemId system, Instant now, Instant until);

	/** Puts the documents of a commit in the place of those before, all at once. */
	void pulled(SystemId system, GitSource source, Revision revision, List<PulledFile> files, Instant at);

	/** Says that it is still the same commit. */
	void same(SystemId system, Instant at);

	/** Says why a pull failed; the documents stay. */
	void failed(SystemId system, String trouble, Instant at);

}
