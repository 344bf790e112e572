package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Describes a table, view or index: columns, indexes, constraints, size.
 *
 * @param name as SQL writes it
 */
public record DescribeTable(String name) implements Action {

	public DescribeTable {
		SqlName.demand(name);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Describe " + this.name;
	}

	@Override
	public String commandLine() {
		return "psql -c " + Shell.quote("\\d+ " + this.name);
	}

}
