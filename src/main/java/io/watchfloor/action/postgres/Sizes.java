package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Reads the size of the database and of its largest tables, indexes included. */
public record Sizes() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read database and table sizes";
	}

	@Override
	public String commandLine() {
		return "psql -c 'SELECT oid::regclass, pg_total_relation_size(oid) FROM pg_class'";
	}

}
