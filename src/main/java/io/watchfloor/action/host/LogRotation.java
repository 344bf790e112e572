package io.watchfloor.action.host;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Rotates logs now, whatever their age.
 *
 * @param name of the settings in {@code /etc/logrotate.d}; empty for all, which is
 * {@code /etc/logrotate.conf}
 */
public record LogRotation(String name) implements Action {

	private static final String ALL = "/etc/logrotate.conf";

	private static final String FOLDER = "/etc/logrotate.d/";

	private static final Pattern NAME = Pattern.compile("|[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}");

	public LogRotation {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("logrotate: '" + name + "' is no file of " + FOLDER);
		}
	}

	/** Reads the path of the settings; only those two places are taken. */
	static LogRotation of(String path) {
		if (!path.equals(ALL) && !path.startsWith(FOLDER)) {
			throw new IllegalArgumentException(
					"logrotate: only " + ALL + " and files in " + FOLDER + " are taken, not '" + path + "'");
		}
		return new LogRotation(path.equals(ALL) ? "" : path.substring(FOLDER.length()));
	}

	/** The settings' path. */
	String path() {
		return this.name.isEmpty() ? ALL : FOLDER + this.name;
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Rotate the logs of " + path() + " now";
	}

	@Override
	public String commandLine() {
		return "logrotate --force " + path();
	}

}
