package io.watchfloor.run.drill;

import java.time.Instant;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.RunId;

/** How a drill writes into what its run leaves behind. */
public interface DrillWords {

	/** The time. */
	Instant now();

	/** Demands that the person who calls may act in the run. */
	Actor demandOperator(RunId run);

	/** What a person typed, without secrets. */
	String kept(String typed);

	/** Adds the console's own line to the timeline. */
	void note(RunId run, String text);

	/** Somebody wrote what was hard. */
	void recorded(Actor actor, RunId run, String hard);

}
