package io.watchfloor.run;

import java.util.List;

/**
 * Lines of a step's output.
 *
 * @param first the number of the first line, from 1
 * @param lines redacted and with control characters made visible
 * @param total how many lines there are so far
 */
public record OutputPage(long first, List<String> lines, long total) {

	public OutputPage {
		lines = List.copyOf(lines);
	}

	/** How many lines stand before these. */
	public long earlier() {
		return this.first - 1;
	}

}
