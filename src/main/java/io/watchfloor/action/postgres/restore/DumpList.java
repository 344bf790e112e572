package io.watchfloor.action.postgres.restore;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Reads a dump to its end and shows what it holds.
 *
 * @param dump a file in the target's folder of dumps
 */
public record DumpList(String dump) implements Action {

	public DumpList {
		RestoreDump.demandFile(dump);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "List what the dump " + this.dump + " holds";
	}

	@Override
	public String commandLine() {
		return "pg_restore --list " + Shell.quote(this.dump);
	}

}
