package io.watchfloor.run;

/** What a step asks for. */
public enum StepKind {

	/** Read live state. */
	READ,
	/** Change a target. */
	CHANGE,
	/** A person does it. */
	MANUAL,
	/** A person chooses a cause. */
	DECISION

}
