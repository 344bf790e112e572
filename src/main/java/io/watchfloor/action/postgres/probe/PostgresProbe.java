package io.watchfloor.action.postgres.probe;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Reads one side of a server's health.
 *
 * @param what which
 */
public record PostgresProbe(What what) implements Action {

	/** What can be looked at. */
	public enum What {

		/** The role, and how far a standby is behind, in seconds. */
		REPLICATION("Read the role and the replication lag", "SELECT * FROM pg_stat_replication"),
		/** Indexes that nobody read since the statistics began; their number. */
		UNUSED_INDEXES("Find indexes that nobody uses", "SELECT * FROM pg_stat_user_indexes WHERE idx_scan = 0"),
		/** Dead rows by table; the largest share in %. */
		DEAD_ROWS("Read dead rows by table", "SELECT relname, n_dead_tup FROM pg_stat_user_tables"),
		/** Whether dead rows are cleaned up by themselves, and when. */
		AUTOVACUUM("Read the settings of autovacuum",
				"SELECT name, setting FROM pg_settings WHERE name ~ 'autovacuum'");

		private final String title;

		private final String query;

		What(String title, String query) {
			this.title = title;
			this.query = query;
		}

	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return this.what.title;
	}

	/** The nearest that one query comes to it. */
	@Override
	public String commandLine() {
		return "psql --command='" + this.what.query.replace("'", "'\\''") + "'";
	}

}
