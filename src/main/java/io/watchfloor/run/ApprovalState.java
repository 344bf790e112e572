package io.watchfloor.run;

/** Where a request for approval stands. All but the first are final. */
public enum ApprovalState {

	/** Nobody answered yet. */
	WAITING,
	/** A second person approved; used up by the step it was for. */
	APPROVED,
	/** A second person refused. */
	REFUSED,
	/** Whoever asked took it back. */
	WITHDRAWN,
	/** Nobody answered in time. */
	EXPIRED,
	/** Nobody answered, and whoever asked went on alone. */
	ALONE,
	/**
	 * What it was for is gone: the step or the run ended, or who asked may not any more.
	 */
	VOID

}
