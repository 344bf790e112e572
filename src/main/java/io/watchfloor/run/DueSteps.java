package io.watchfloor.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Steps of any run that somebody has to look after now, and the heartbeat of those who
 * do.
 */
public interface DueSteps {

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

}
