package io.watchfloor.command;

import io.watchfloor.kernel.Risk;

/**
 * What a command does that a person does by hand: every word of it is known, but the
 * console must not or cannot do it.
 *
 * @param does what it does, in a few words: "Restore the dump backup.sql into shop"
 * @param risk what it can do at worst, wherever it is typed
 * @param reason why it is a person's, as a sentence
 * @param kind what makes it so
 */
public record ManualWork(String does, Risk risk, String reason, Kind kind) {

	/** What it does and why it is a person's, in one text. */
	public String sentence() {
		return this.does + ". " + this.reason;
	}

	/** What makes a command a person's. */
	public enum Kind {

		/** A known tool whose work is not the console's: files elsewhere, judgement. */
		TOOL,
		/** It builds, tests or runs the project itself: only the project knows what. */
		PROJECT,
		/** A script or loop of its own. */
		SCRIPT

	}

}
