package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Runs a query that a runbook wrote, read-only.
 *
 * @param sql one statement that {@link ReadOnlySql} accepts
 */
public record Query(String sql) implements Action {

	public Query {
		ReadOnlySql.demand(sql);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Query: " + this.sql;
	}

	@Override
	public String commandLine() {
		return "psql -c " + Shell.quote(this.sql);
	}

}
