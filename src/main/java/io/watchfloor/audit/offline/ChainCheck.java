package io.watchfloor.audit.offline;

/** Takes the records in their order and checks each against the one before. */
public final class ChainCheck {

	private final SignedCheckpoints checkpoints;

	private long sequence;

	private String hash = "0".repeat(64);

	/** Starts before the first record. */
	public ChainCheck(SignedCheckpoints checkpoints) {
		this.checkpoints = checkpoints;
	}

	/**
	 * Checks the next record.
	 * @throws BrokenChain at the first that is wrong
	 */
	public void accept(ExportedRecord next) throws BrokenChain {
		if (next.sequence() != this.sequence + 1) {
			throw new BrokenChain("After record " + this.sequence + " comes record " + next.sequence() + ": "
					+ ((next.sequence() > this.sequence) ? "records between them are missing."
							: "records are out of order or twice there."));
		}
		if (!next.previousHash().equals(this.hash)) {
			throw new BrokenChain("Record " + next.sequence() + " does not follow record " + this.sequence
					+ ": it names the previous hash " + next.previousHash() + ", but that one has " + this.hash + ".");
		}
		String computed = RecordDigest.of(next);
		if (!next.hash().equals(computed)) {
			throw new BrokenChain("Record " + next.sequence() + " was changed: it says hash " + next.hash()
					+ ", its content has " + computed + ".");
		}
		this.checkpoints.compare(next.sequence(), next.hash());
		this.sequence = next.sequence();
		this.hash = next.hash();
	}

	/**
	 * Checks that nothing is missing behind the last record.
	 * @throws BrokenChain when a later one was signed
	 */
	public void finish() throws BrokenChain {
		this.checkpoints.reached(this.sequence);
	}

	/** How many records were right so far. */
	public long records() {
		return this.sequence;
	}

	/** The hash of the last record. */
	public String hash() {
		return this.hash;
	}

}
