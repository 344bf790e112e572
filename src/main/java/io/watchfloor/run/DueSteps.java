package io.watchfloor.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Steps of any run that somebody has to look after now, and the heartbeat of those who
 * do.
 */
public interface DueSteps {

	/** Says that those who hold these claims live, by the store's clock. */
	void beat(Collection<Long> tokens);

	/**
	 * Steps in flight whose node gave no sign of life for so long by the store's clock,
	 * or that nobody claims.
	 */
	List<StepRun> abandoned(Duration silence);

	/**
	 * Says that this node is still looking at these, so that no other does meanwhile;
	 * what was written since the lease counts for more.
	 */
	void stillLooking(Collection<StepRun> leased, Instant until);

	/** Steps whose watch is due. */
	List<StepRun> toLookAt(Instant now);

	/**
	 * Walks that wait at a step which nobody prepared, though nothing changed for so long
	 * by the store's clock.
	 */
	List<RunId> unreached(Duration silence);

	/** Steps that may have happened and that no probe looked at. */
	List<StepRun> unprobed();

}
