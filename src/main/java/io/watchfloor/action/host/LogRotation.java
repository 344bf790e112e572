package io.watchfloor.action.host;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Rotates logs now, whatever their age.
 *
 * @param file the settings that say which logs and how, in {@code /etc}
 */
public record LogRotation(String file) implements Action {

	private static final Pattern FILE = Pattern.compile("/etc/logrotate(\\.conf|\\.d/[A-Za-z0-9_][A-Za-z0-9_.-]*)");

	public LogRotation {
		if (!FILE.matcher(file).matches() || file.contains("..")) {
			throw new IllegalArgumentException(
					"logrotate: only /etc/logrotate.conf and files in /etc/logrotate.d are taken, not '" + file + "'");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Rotate the logs of " + this.file + " now";
	}

	@Override
	public String commandLine() {
		return "logrotate --force " + Shell.quote(this.file);
	}

}
