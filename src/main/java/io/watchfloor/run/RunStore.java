package io.watchfloor.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are kept. Every write of a step names the state, version and token it was
 * read with; when somebody else was faster, nothing is written.
 */
public interface RunStore {

	/** Keeps a new run with its steps. */
	void add(Run run, TimelineEntry entry);

	/** Finds a run with its steps. */
	Optional<Run> find(RunId id);

	/** Finds a step. */
	Optional<StepRun> step(StepRef ref);

	/** Adds a step to a run. */
	void add(StepRun step, TimelineEntry entry);

	/** Runs, newest first. */
	List<RunSummary> newest(int offset, int limit);

	/** Runs under way that match, newest first. */
	List<RunSummary> underWay(String typed, int limit);

	/** How many runs there are. */
	int count();

	/** How many runs are in a state. */
	int count(RunState state);

	/** Ends a run that is under way; false when it no longer was. */
	boolean end(RunId id, RunState state, Instant at, TimelineEntry entry);

	/**
	 * Writes a step.
	 * @param before as it was read
	 * @param after as it shall be
	 * @param entries for the timeline, in the same transaction
	 * @return as it is now, or empty when it was no longer as read
	 */
	Optional<StepRun> save(StepRun before, StepRun after, TimelineEntry... entries);

	/** As {@link #save}, and claims the step for a node with a new fencing token. */
	Optional<StepRun> claim(StepRun before, StepRun after, String node, Instant now, TimelineEntry... entries);

	/** Whether a token is still the step's. */
	boolean holds(StepRef ref, long token);

	/** Gives a claim up. */
	void release(long token);

	/** Says that those who hold these claims live. */
	void beat(Collection<Long> tokens, Instant now);

	/**
	 * Steps in flight whose node gave no sign of life since then, or that nobody claims.
	 */
	List<StepRun> abandoned(Instant since);

	/** Steps whose watch is due. */
	List<StepRun> toLookAt(Instant now);

	/** Steps that may have happened and that no probe looked at. */
	List<StepRun> unprobed();

	/** Steps that wait for a second person and were confirmed before then. */
	List<StepRun> unapproved(Instant confirmedBefore);

	/** Asks a step to stop between batches. */
	void requestCancel(StepRef ref);

	/** Whether it was asked to stop. */
	boolean cancelRequested(StepRef ref);

}
