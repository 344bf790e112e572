package io.watchfloor.runbook.fact;

import org.jspecify.annotations.Nullable;

/**
 * Something that a document says about its system. Texts are the document's, without
 * Markdown.
 */
public sealed interface Fact {

	/** Where it stands. */
	int line();

	/**
	 * How severe things are called.
	 *
	 * @param label the short name: {@code P0}
	 * @param respond within which time somebody answers; null when it is not said
	 */
	record Severity(String label, String meaning, @Nullable String respond, int line) implements Fact {
	}

	/**
	 * From when on a figure is too much or too little.
	 *
	 * @param warning with its sign: {@code > 80%}
	 * @param critical with its sign
	 */
	record Limit(String metric, @Nullable String warning, @Nullable String critical, int line) implements Fact {
	}

	/**
	 * What is done again and again.
	 *
	 * @param every how often: {@code Weekly}
	 * @param at when: {@code Sunday 03:00 UTC}
	 * @param takes for how long
	 */
	record Task(String name, String every, @Nullable String at, @Nullable String takes, int line) implements Fact {
	}

	/**
	 * Whom to call.
	 *
	 * @param reach where; null when it is not filled in
	 */
	record Contact(String role, @Nullable String name, @Nullable String reach, int line) implements Fact {
	}

	/** How long a restore may take, and how much may be lost. */
	record Recovery(String component, @Nullable String time, @Nullable String point, int line) implements Fact {
	}

}
