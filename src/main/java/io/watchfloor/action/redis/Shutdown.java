package io.watchfloor.action.redis;

import java.util.Locale;
import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Stops the server; only its supervisor starts it again.
 *
 * @param saving whether it writes a snapshot first
 */
public record Shutdown(Saving saving) implements Action {

	/** Whether a snapshot is written first. */
	public enum Saving {

		/** When the server's settings have snapshots. */
		AS_CONFIGURED,
		/** In any case. */
		SAVE,
		/** Not even when the settings have snapshots. */
		NOSAVE

	}

	public Shutdown {
		Objects.requireNonNull(saving, "saving");
	}

	/** The command's words. */
	String words() {
		return "SHUTDOWN"
				+ ((this.saving == Saving.AS_CONFIGURED) ? "" : " " + this.saving.name().toUpperCase(Locale.ROOT));
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Stop Redis" + ((this.saving == Saving.NOSAVE) ? " without saving" : "");
	}

	@Override
	public String commandLine() {
		return "redis-cli " + words();
	}

}
