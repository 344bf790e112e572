package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Vacuums or analyses tables, or the whole database.
 *
 * @param mode which of both
 * @param tables as SQL writes them; empty for all that the user may
 */
public record Vacuum(Mode mode, List<String> tables) implements Action {

	/** What is done. */
	public enum Mode {

		/** Frees the space of dead rows for reuse. */
		VACUUM("VACUUM", "Vacuum"),
		/** Reads a sample for the planner. */
		ANALYZE("ANALYZE", "Analyse"),
		/** Both. */
		VACUUM_ANALYZE("VACUUM (ANALYZE)", "Vacuum and analyse");

		private final String sql;

		private final String title;

		Mode(String sql, String title) {
			this.sql = sql;
			this.title = title;
		}

		String sql() {
			return this.sql;
		}

		String title() {
			return this.title;
		}

	}

	public Vacuum {
		Objects.requireNonNull(mode, "mode");
		tables = List.copyOf(tables);
		tables.forEach(SqlName::demand);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return this.mode.title() + " " + (this.tables.isEmpty() ? "the database" : String.join(", ", this.tables));
	}

	@Override
	public String commandLine() {
		return "psql -c "
				+ Shell.quote(this.mode.sql() + (this.tables.isEmpty() ? "" : " " + String.join(", ", this.tables)));
	}

}
