package io.watchfloor.run;

/** How a confirmed step becomes this node's. */
interface Claiming {

	/** Writes and claims, or says that somebody else was faster. */
	StepRun claim(StepRun before, StepChange change, String node, TimelineEntry... entries);

}
