package io.watchfloor.action.postgres.restore;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Dumps a database, or one of its tables, into a new file of the folder of dumps.
 *
 * @param file in the target's folder of dumps, or its whole path there; never one that is
 * there already
 * @param table the only one; empty for the whole database
 */
public record DumpDatabase(String file, String table) implements Action {

	private static final Pattern FILE = Pattern
		.compile("/?[A-Za-z0-9_][A-Za-z0-9._-]{0,200}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,200}){0,8}");

	private static final Pattern TABLE = Pattern.compile("|[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?");

	public DumpDatabase {
		if (!FILE.matcher(file).matches() || file.contains("..")) {
			throw new IllegalArgumentException("'" + file + "' is no plain name of a file in the folder of dumps");
		}
		if (!TABLE.matcher(table).matches()) {
			throw new IllegalArgumentException(
					"'" + table + "' is no plain name of a table: small letters, digits, underscores, no pattern");
		}
	}

	/** A file of statements, by its name; else PostgreSQL's own custom format. */
	boolean plain() {
		return this.file.endsWith(".sql");
	}

	/** As pg_dump calls it. */
	String format() {
		return plain() ? "plain" : "custom";
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return (this.table.isEmpty() ? "Dump the database into " : "Dump " + this.table + " into ") + this.file;
	}

	@Override
	public String commandLine() {
		return "pg_dump --format=" + format() + (this.table.isEmpty() ? "" : " --table=" + this.table) + " --file="
				+ Shell.quote(this.file);
	}

}
