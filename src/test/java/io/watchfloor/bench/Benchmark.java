package io.watchfloor.bench;

/**
 * One comparison of our way with a peer's. A round of either starts from the same state;
 * only what the round itself measures counts.
 */
public interface Benchmark {

	/** What to call it on the command line, as {@code redis-clear}. */
	String name();

	/** The unit of both figures, as {@code keys/s} or {@code ms}. */
	String unit();

	/** Which figure is the better one. */
	Better better();

	/** Starts servers and makes data; not measured. */
	default void prepare() throws Exception {
	}

	/** Measures one round of ours; puts its own state in place first, unmeasured. */
	double ours() throws Exception;

	/**
	 * Measures one round of the peer's on equal terms. {@code NaN} where there is none.
	 */
	double peer() throws Exception;

	/** Stops and removes what was prepared. */
	default void tidy() throws Exception {
	}

	/** The direction of a unit. */
	enum Better {

		/** As with keys for each second. */
		HIGHER,
		/** As with milliseconds. */
		LOWER

	}

}
