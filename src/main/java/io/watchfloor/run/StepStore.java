package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.watchfloor.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of runs are kept. Every write of a step names the state, version and
 * token it was read with; when somebody else was faster, nothing is written.
 */
public interface StepStore {

	/** Finds a step. */
	Optional<StepRun> find(StepRef ref);

	/** Adds a step to a run. */
	void add(StepRun step, TimelineEntry entry);

	/** Adds several steps to a run. */
	void addAll(List<StepRun> steps, TimelineEntry entry);

	/** Earlier goes at a run's steps, before they were taken up again; oldest first. */
	List<StepRun> earlier(RunId run);

	/**
	 * Writes a step.
	 * @param before as it was read
	 * @param after as it shall be
	 * @param entries for the timeline, in the same transaction
	 * @return as it is now, or empty when it was no longer as read
	 */
	Optional<StepRun> save(StepRun before, StepRun after, TimelineEntry... entries);

	/**
	 * As above, and keeps what the audit log shall hold of it in the same transaction: a
	 * node that dies right afterwards leaves no state that nobody recorded.
	 * @param due appended to the log as soon as it can be
	 */
	Optional<StepRun> save(StepRun before, StepRun after, AuditEntry due, TimelineEntry... entries);

	/** As {@link #save}, and claims the step for a node with a new fencing token. */
	Optional<StepRun> claim(StepRun before, StepRun after, String node, TimelineEntry... entries);

	/**
	 * Renews a claim by the store's clock, unless the step has another token or the claim
	 * was taken away; whether it did.
	 */
	boolean renew(StepRef ref, long token);

	/**
	 * As {@link #save}, for a step whose worker is gone: takes its claim away, unless
	 * that was renewed within the silence. Of this and {@link #renew} one comes first,
	 * and the other then fails.
	 * @param due as there; null where the audit log holds nothing of it
	 */
	Optional<StepRun> abandon(StepRun before, StepRun after, Duration silence, @Nullable AuditEntry due,
			TimelineEntry... entries);

	/** Gives a claim up. */
	void release(long token);

	/** Asks a step to stop between batches. */
	void requestCancel(StepRef ref);

	/** Whether it was asked to stop. */
	boolean cancelRequested(StepRef ref);

}
