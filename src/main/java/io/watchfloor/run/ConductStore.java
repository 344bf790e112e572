package io.watchfloor.run;

import io.watchfloor.kernel.Actor;

/**
 * Where it is kept who leads a walk and whether it stands still. Every write names what
 * it was decided on and returns false when that is no longer so, or the walk is over.
 */
public interface ConductStore {

	/** Asks somebody to go on, as long as this person leads. */
	boolean offer(RunId run, Handover handover, TimelineEntry entry);

	/** Withdraws or declines what was asked. */
	boolean withdraw(RunId run, TimelineEntry entry);

	/** Makes somebody the lead, as long as the one named here still is. */
	boolean lead(RunId run, Actor before, Actor after, TimelineEntry entry);

	/** Stops a walk for now that goes on. */
	boolean pause(RunId run, Pause pause, TimelineEntry entry);

	/** Lets a walk go on that stands still. */
	boolean resume(RunId run, TimelineEntry entry);

}
