package io.watchfloor.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept what is being watched, and what was read. */
public interface WatchingStore {

	/** Begins. */
	void add(Watching watching);

	/** Forgets what never began. */
	void remove(Watching watching);

	/** The newest of a step. */
	Optional<Watching> latest(StepRef step);

	/** What has to be read now. */
	List<Watching> due(Instant now);

	/** Writes, unless somebody else was faster. */
	Optional<Watching> save(Watching watching);

	/** Keeps a reading. */
	void add(Watching watching, Watched watched);

	/** When the last data came that could be judged. */
	Optional<Instant> lastJudged(Watching watching);

	/** What was read, oldest first. */
	List<Watched> readings(Watching watching, int limit);

}
