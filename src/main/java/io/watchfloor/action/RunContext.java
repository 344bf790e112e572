package io.watchfloor.action;

/** What surrounds an execution. */
public interface RunContext {

	/**
	 * Adds a line to the step's output; it is redacted, stored and streamed to those who
	 * watch.
	 */
	void output(String line);

	/**
	 * Keeps a line of the step's ledger: it is stored before this returns, and a probe
	 * after an interruption reads it. For work of many calls, where each must be known to
	 * have been made or not; of identifiers and counts, never of contents.
	 */
	void keep(String line);

	/** Reports how far it is; {@code total} is -1 when unknown. */
	void progress(long done, long total, String unit);

	/**
	 * Announces a call before it goes out.
	 * @throws IllegalStateException when the plan does not hold it (law 2)
	 */
	void making(Plan.Call call);

	/** Whether a person asked to stop; long work looks at it between batches. */
	boolean cancelled();

	/** Whether it is a drill: then no change is executed, whoever asks for it. */
	default boolean drill() {
		return false;
	}

	/** A context that keeps nothing, for reads that no run surrounds. */
	static RunContext none() {
		return NoRun.INSTANCE;
	}

}
