package io.watchfloor.run.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunSummary;
import io.watchfloor.runbook.RunbookId;

/** Where drills are kept, and which procedures were walked. */
public interface DrillStore {

	/** Keeps a drill. */
	void add(Drill drill);

	/** Finds a drill. */
	Optional<Drill> find(RunId run);

	/** The fault was put right. */
	void faultCleared(RunId run, Instant at);

	/** Keeps what was hard. */
	void hard(RunId run, String text, Actor by);

	/** The last walk that ended of each procedure of a runbook, by its slug. */
	Map<String, Ended> lastEnded(RunbookId runbook);

	/**
	 * A walk that ended.
	 *
	 * @param run the walk
	 * @param steps the keys of its steps, in order, without those that were added
	 * @param targets what it touched
	 */
	record Ended(RunSummary run, List<String> steps, List<String> targets) {
	}

}
