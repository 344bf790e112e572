package io.watchfloor.action.postgres.restore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.action.Asking;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Restores a dump into a new database; never over one that is there.
 *
 * @param dump a file in the target's folder of dumps
 * @param database the name that the new one gets; empty while nobody has said
 */
public record RestoreDump(String dump, String database) implements Asking {

	private static final Pattern FILE = Pattern
		.compile("(?:\\./|/)?[A-Za-z0-9][A-Za-z0-9._-]{0,200}(/[A-Za-z0-9][A-Za-z0-9._-]{0,200}){0,6}");

	private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

	public RestoreDump {
		demandFile(dump);
		if (!database.isEmpty() && !NAME.matcher(database).matches()) {
			throw new IllegalArgumentException(
					"'" + database + "' is no plain name of a database: small letters, digits, underscores");
		}
	}

	static void demandFile(String dump) {
		if (!FILE.matcher(dump).matches()) {
			throw new IllegalArgumentException("'" + dump + "' is no name of a file in the folder of dumps");
		}
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Restore " + this.dump + " into "
				+ (this.database.isEmpty() ? "a new database" : "the new database " + this.database);
	}

	@Override
	public String commandLine() {
		String name = this.database.isEmpty() ? "NEW_DATABASE" : this.database;
		return "createdb " + name + " && pg_restore " + String.join(" ", PgRestore.FLAGS) + " --dbname=" + name + " "
				+ Shell.quote(this.dump);
	}

	@Override
	public List<Question> asks() {
		return this.database.isEmpty()
				? List.of(new Question("new database for " + this.dump, this.dump, "database", false, suggested()))
				: List.of();
	}

	/** From the file's name. */
	private String suggested() {
		String base = this.dump.replaceFirst(".*/", "").replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
		String plain = base.replaceAll("[^a-z0-9_]+", "_").replaceFirst("^[0-9]", "d$0");
		return plain.substring(0, Math.min(50, plain.length())) + "_restored";
	}

	@Override
	public RestoreDump answered(Map<String, String> answers) {
		return asks().isEmpty() ? this
				: new RestoreDump(this.dump, answers.getOrDefault(asks().getFirst().name(), suggested()));
	}

}
