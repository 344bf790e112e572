package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Counts the keys of the target's logical database. */
public record DatabaseSize() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Count keys";
	}

	@Override
	public String commandLine() {
		return "redis-cli DBSIZE";
	}

}
