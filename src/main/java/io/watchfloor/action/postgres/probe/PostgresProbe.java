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
		REPLICATION("Read the role and the replication lag"),
		/** Indexes that nobody read since the statistics began; their number. */
		UNUSED_INDEXES("Find indexes that nobody uses"),
		/** Dead rows by table; the largest share in %. */
		DEAD_ROWS("Read dead rows by table"),
		/** Whether dead rows are cleaned up by themselves, and when. */
		AUTOVACUUM("Read the settings of autovacuum");

		private final String title;

		What(String title) {
			this.title = title;
		}

		private List<String> queries() {
			return switch (this) {
				case REPLICATION -> List.of(Replication.ROLE, Replication.STANDBYS);
				case UNUSED_INDEXES -> List.of(UnusedIndexes.SQL, UnusedIndexes.SINCE);
				case DEAD_ROWS -> List.of(DeadRows.SQL);
				case AUTOVACUUM -> List.of(Autovacuum.SERVER, Autovacuum.TABLES);
			};
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
		return new Query(this.what.queries(), Layout.USUAL).commandLine();
	}

}
