package io.watchfloor.action.postgres.restore;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Restores a dump into a new database; never over one that is there.
 *
 * @param dump a file in the target's folder of dumps
 * @param database the name that the new one gets
 */
public record RestoreDump(String dump, String database) implements Action {

	private static final Pattern FILE = Pattern
		.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}(/[A-Za-z0-9][A-Za-z0-9._-]{0,200}){0,4}");

	private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

	public RestoreDump {
		if (!FILE.matcher(dump).matches()) {
			throw new IllegalArgumentException("'" + dump + "' is no name of a file in the folder of dumps");
		}
		if (!NAME.matcher(database).matches()) {
			throw new IllegalArgumentException(
					"'" + database + "' is no plain name of a database: small letters, digits, underscores");
		}
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Restore " + this.dump + " into the new database " + this.database;
	}

	@Override
	public String commandLine() {
		return "createdb " + this.database + " && pg_restore " + String.join(" ", PgRestore.FLAGS) + " --dbname="
				+ this.database + " " + Shell.quote(this.dump);
	}

}
