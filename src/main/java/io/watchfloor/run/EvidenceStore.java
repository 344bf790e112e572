package io.watchfloor.run;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where evidence is kept: its bytes in parts, so that none is ever whole in memory twice.
 */
public interface EvidenceStore {

	/**
	 * Keeps it, unless the run would then hold more than so many bytes.
	 * @return whether it was kept
	 */
	boolean add(Evidence evidence, byte[] bytes, long mostOfRun, TimelineEntry entry);

	/** What was attached to a run, oldest first. */
	List<Evidence> of(RunId run);

	/** Finds one. */
	Optional<Evidence> find(UUID id);

	/** Its bytes, read part by part. */
	InputStream open(UUID id);

}
