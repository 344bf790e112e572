package io.watchfloor.action.postgres.probe;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.postgres.Layout;
import io.watchfloor.action.postgres.Query;
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
		REPLICATION("Read the role and the replication lag", Replication.ROLE, Replication.STANDBYS),
		/** Indexes that nobody read since the statistics began; their number. */
		UNUSED_INDEXES("Find indexes that nobody uses", UnusedIndexes.SQL, UnusedIndexes.SINCE),
		/** Dead rows by table; the largest share in %. */
		DEAD_ROWS("Read dead rows by table", DeadRows.SQL),
		/** Whether dead rows are cleaned up by themselves, and when. */
		AUTOVACUUM("Read the settings of autovacuum", Autovacuum.SERVER, Autovacuum.TABLES);

		private final String title;

		private final List<String> queries;

		What(String title, String... queries) {
			this.title = title;
			this.queries = List.of(queries);
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

	/** What is asked of a primary; a standby is asked of itself. */
	@Override
	public String commandLine() {
		return new Query(this.what.queries, Layout.USUAL).commandLine();
	}

}
