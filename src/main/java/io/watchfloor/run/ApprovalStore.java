package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Where requests for approval are kept. Each ends once: whoever ends it names that it
 * still waits, and the store's clock says whether it is in time. The step changes in the
 * same transaction, or nothing does.
 */
public interface ApprovalStore {

	/**
	 * Lets a step wait, and keeps the request.
	 * @param expires from now on
	 * @param aloneAfter from now on; null for never
	 * @return empty when the step was no longer as read
	 */
	Optional<Approval> ask(StepRun before, StepRun after, Duration expires, @Nullable Duration aloneAfter,
			TimelineEntry entry);

	/**
	 * Uses a request up and claims its step.
	 * @param how {@link ApprovalState#APPROVED}, or {@link ApprovalState#ALONE} once the
	 * wait for that is over
	 * @return empty when it no longer waits, is out of time, or the step is no longer as
	 * read
	 */
	Optional<StepRun> use(Approval approval, ApprovalState how, Actor by, String words, StepRun before, StepRun after,
			String node, TimelineEntry... entries);

	/**
	 * Ends a request and gives its step back; {@link ApprovalState#EXPIRED} only when it
	 * is out of time, everything a person does only while it is not.
	 * @return empty as above
	 */
	Optional<StepRun> giveBack(Approval approval, ApprovalState how, Actor by, String words, StepRun before,
			StepRun after, TimelineEntry entry);

	/**
	 * Ends requests whose step or run is past them, however that came.
	 * @return those
	 */
	List<Approval> voidOvertaken();

	/** Requests that are out of time but still wait. */
	List<Approval> expired();

	/** Finds one. */
	Optional<Approval> find(ApprovalId id);

	/** The one that a step waits with. */
	Optional<Approval> waiting(StepRef step);

	/** Whatever was not ended yet, in time or not. */
	List<Approval> everythingWaiting();

	/** What waits in time, the oldest first. */
	List<Approval> waiting();

	/** What was done alone and not reviewed, the oldest first. */
	List<Approval> unreviewed();

	/** What was decided, the newest first. */
	List<Approval> decided(int limit);

	/** Whether the wait for going on alone is over. */
	boolean mayGoAlone(ApprovalId id);

	/** Keeps a review; false when there is one already. */
	boolean review(ApprovalId id, Actor by, String words);

}
