package io.watchfloor.sandbox.fault;

/** One thing that can be made to go wrong in one system. */
public interface Fault {

	/** Which. */
	FaultKind kind();

	/** Makes it go wrong. Nothing happens when it already does. */
	void inject();

	/** Puts it right again. Nothing happens when nothing is wrong. */
	void clear();

	/**
	 * Whether it is wrong right now, looked up and not remembered: somebody may have
	 * cured it.
	 */
	boolean active();

}
