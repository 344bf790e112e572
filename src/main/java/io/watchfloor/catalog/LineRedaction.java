package io.watchfloor.catalog;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Hides secrets in the lines of one stream, also where a secret begins in one line and
 * ends in another. Not for several threads at a time.
 */
public interface LineRedaction {

	/**
	 * Takes the lines that came, and hands out those that are ready. The last ones are
	 * held back while a secret may have begun in them.
	 * @param lines without line ends
	 */
	List<String> next(List<String> lines);

	/**
	 * What was held back, without waiting any longer. What looks like a good part of a
	 * secret at its end is hidden; so is the rest, should it come after all.
	 */
	List<String> rest();

	/** Looks at each line alone. */
	static LineRedaction each(UnaryOperator<String> redact) {
		return new LineRedaction() {

			@Override
			public List<String> next(List<String> lines) {
				return lines.stream().map(redact).toList();
			}

			@Override
			public List<String> rest() {
				return List.of();
			}

		};
	}

}
