package io.watchfloor.action.host;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Copies a file or a folder on one host.
 *
 * @param from what is copied; relative paths start in the target's folder
 * @param to where: a folder that is there takes the copy under its name
 * @param recursive whether it may be a folder
 */
public record FileCopy(String from, String to, boolean recursive) implements Action {

	public FileCopy {
		PlainPath.demandName("cp", from);
		PlainPath.demand("cp", to);
		if (from.endsWith("/") && !recursive) {
			throw new IllegalArgumentException("cp: '" + from + "' is a folder, which needs -r");
		}
		from = PlainPath.trimmed(from);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Copy " + this.from + " to " + this.to;
	}

	@Override
	public String commandLine() {
		return (this.recursive ? "cp -r -- " : "cp -- ") + Shell.quote(this.from) + " " + Shell.quote(this.to);
	}

}
