package io.watchfloor.action;

/**
 * What a probe found about a step whose outcome is unknown.
 *
 * @param finding the answer
 * @param evidence what was read, for the record
 */
public record Settlement(Finding finding, String evidence) {

	/** Whether the change happened. */
	public enum Finding {

		/** It did, completely. */
		HAPPENED,
		/** It did not. */
		DID_NOT_HAPPEN,
		/** Partly, or the state does not tell; a person decides. */
		CANNOT_TELL

	}

}
