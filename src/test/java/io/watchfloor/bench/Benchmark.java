package io.watchfloor.bench;

import java.util.Map;

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

	/**
	 * Whether it counts instead of taking time: once is enough, and nothing is warmed up.
	 */
	default boolean once() {
		return false;
	}

	/** What else is to be said about the result. */
	default Map<String, Object> notes() {
		return Map.of();
	}

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
