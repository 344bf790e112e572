package io.watchfloor.run;

import java.util.Optional;

/**
 * Where the steps of runs are kept. Every write of a step names the state, version and
 * token it was read with; when somebody else was faster, nothing is written.
 */
public interface StepStore {

	/** Finds a step. */
	Optional<StepRun> find(StepRef ref);

	/** Adds a step to a run. */
	void add(StepRun step, TimelineEntry entry);

	/**
	 * Writes a step.
	 * @param before as it was read
	 * @param after as it shall be
	 * @param entries for the timeline, in the same transaction
	 * @return as it is now, or empty when it was no longer as read
	 */
	Optional<StepRun> save(StepRun before, StepRun after, TimelineEntry... entries);

	/** As {@link #save}, and claims the step for a node with a new fencing token. */
	Optional<StepRun> claim(StepRun before, StepRun after, String node, TimelineEntry... entries);

	/** Whether a token is still the step's. */
	boolean holds(StepRef ref, long token);

	/** Gives a claim up. */
	void release(long token);

	/** Asks a step to stop between batches. */
	void requestCancel(StepRef ref);

	/** Whether it was asked to stop. */
	boolean cancelRequested(StepRef ref);

}
