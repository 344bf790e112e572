package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Asks whether PostgreSQL answers a query. */
public record Ping() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Ping PostgreSQL";
	}

	@Override
	public String commandLine() {
		return "psql -c 'SELECT 1'";
	}

}
