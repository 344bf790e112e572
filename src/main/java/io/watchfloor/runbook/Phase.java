package io.watchfloor.runbook;

/** Where in a procedure a step stands. */
public enum Phase {

	/** What is seen. */
	SYMPTOMS,
	/** Find out. */
	INVESTIGATE,
	/** Choose a cause. */
	DECIDE,
	/** Put it right. */
	MITIGATE,
	/** See that it is right. */
	VERIFY,
	/** Call others. */
	ESCALATE,
	/** Everything else, in the document's order. */
	STEPS

}
