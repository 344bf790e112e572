package io.watchfloor.run;

import java.util.UUID;

/**
 * Names one request for approval.
 *
 * @param value random
 */
public record ApprovalId(UUID value) {

	/** A new one. */
	static ApprovalId next() {
		return new ApprovalId(UUID.randomUUID());
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException when it is none
	 */
	public static ApprovalId parse(String text) {
		return new ApprovalId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
