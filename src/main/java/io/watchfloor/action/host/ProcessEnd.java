package io.watchfloor.action.host;

import java.util.Locale;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Asks a process to end, or ends it.
 *
 * @param process its number
 * @param signal which way
 */
public record ProcessEnd(int process, Signal signal) implements Action {

	/** What is sent. */
	public enum Signal {

		/** Asks to end; it can finish what it does. */
		TERM,
		/** As from a keyboard. */
		INT,
		/** Often: read the settings again. */
		HUP,
		/** Ended at once, without a chance to finish. */
		KILL

	}

	public ProcessEnd {
		if (process < 2) {
			throw new IllegalArgumentException("kill: a process has a number from 2");
		}
	}

	@Override
	public Risk risk() {
		return (this.signal == Signal.KILL) ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Send " + this.signal + " to process " + this.process;
	}

	@Override
	public String commandLine() {
		return "kill -" + this.signal.name().toUpperCase(Locale.ROOT) + " " + this.process;
	}

}
