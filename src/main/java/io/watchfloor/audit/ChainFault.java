package io.watchfloor.audit;

/**
 * The first thing wrong with the chain.
 *
 * @param kind what kind of thing
 * @param sequence of the record at fault
 * @param explanation what that means, for a person
 */
public record ChainFault(Kind kind, long sequence, String explanation) {

	/** The kinds of faults. */
	public enum Kind {

		/** A record is missing. */
		GAP,
		/** A record does not name the hash of the one before it. */
		LINK_BROKEN,
		/** A record is not what was hashed. */
		HASH_DIFFERS,
		/** A checkpoint's signature is not this console's. */
		CHECKPOINT_FORGED,
		/** The record is another one than was signed. */
		CHECKPOINT_MISMATCH,
		/** The chain ends before a signed record. */
		TAIL_MISSING

	}

}
