package io.watchfloor.audit;

import java.time.Instant;

/** What verifying the chain found. */
public sealed interface ChainVerdict {

	/** How many records were read. */
	long records();

	/** When it was finished. */
	Instant at();

	/**
	 * Every record is as it was written, and so is every signed checkpoint.
	 *
	 * @param records from the first to the head
	 * @param checkpoints how many signed checkpoints agree
	 * @param at when it was finished
	 */
	record Intact(long records, int checkpoints, Instant at) implements ChainVerdict {
	}

	/**
	 * Something was changed outside of Watchfloor.
	 *
	 * @param records that were read up to there
	 * @param fault the first thing wrong
	 * @param at when it was found
	 */
	record Broken(long records, ChainFault fault, Instant at) implements ChainVerdict {
	}

}
