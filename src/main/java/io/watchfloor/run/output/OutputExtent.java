package io.watchfloor.run.output;

/**
 * How much output there is.
 *
 * @param lines so many so far
 * @param hidden in so many of them a secret was hidden
 */
public record OutputExtent(long lines, long hidden) {

	/** None yet. */
	public static final OutputExtent NONE = new OutputExtent(0, 0);

}
