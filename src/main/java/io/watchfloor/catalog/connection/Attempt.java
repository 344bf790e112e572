package io.watchfloor.catalog.connection;

import java.time.Duration;

/**
 * What came of one stage.
 *
 * @param stage which
 * @param result whether it worked
 * @param detail what was found, or what failed and what to do
 * @param took how long; zero where it was not tried
 */
public record Attempt(Stage stage, Result result, String detail, Duration took) {

	/** How a stage ended. */
	public enum Result {

		/** It works. */
		WORKS,
		/** It does not; the stages behind it were not tried. */
		FAILS,
		/** There was nothing to try. */
		NOT_TRIED

	}

}
