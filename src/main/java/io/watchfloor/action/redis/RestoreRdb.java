package io.watchfloor.action.redis;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Puts the keys of a dump in the place of the target's: they are loaded into an empty
 * database beside, and the two are exchanged. The keys of before stay in the other.
 *
 * @param dump a file in the target's folder of dumps
 * @param spare an empty database of the same server, by its number
 */
public record RestoreRdb(String dump, int spare) implements Action {

	private static final Pattern FILE = Pattern
		.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}(/[A-Za-z0-9][A-Za-z0-9._-]{0,200}){0,4}");

	public RestoreRdb {
		if (!FILE.matcher(dump).matches()) {
			throw new IllegalArgumentException("'" + dump + "' is no name of a file in the folder of dumps");
		}
		if (spare < 0 || spare > SwapDatabases.MOST) {
			throw new IllegalArgumentException("a database has a number from 0 to " + SwapDatabases.MOST);
		}
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Restore " + this.dump + " beside the live keys, and exchange them";
	}

	@Override
	public String commandLine() {
		return "redis-cli -n " + this.spare + " (RESTORE every key of " + this.dump + ", then SWAPDB)";
	}

}
