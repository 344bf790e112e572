package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Lists who is connected and what they do, oldest transaction first. */
public record Activity() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read connections and running queries";
	}

	@Override
	public String commandLine() {
		return "psql -c 'SELECT * FROM pg_stat_activity'";
	}

}
