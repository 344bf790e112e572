package io.watchfloor.catalog;

import java.time.Duration;

/**
 * A duration that is known roughly.
 *
 * @param shortest at least
 * @param longest at most; equal to the shortest when it is exact
 */
public record Span(Duration shortest, Duration longest) {

	public Span {
		if (longest.compareTo(shortest) < 0) {
			throw new IllegalArgumentException("the longest time is shorter than the shortest");
		}
	}

}
