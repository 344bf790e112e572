package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Writes a snapshot of all databases to the server's disk, in the background. */
public record BackgroundSave() implements Action {

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Save a snapshot in the background";
	}

	@Override
	public String commandLine() {
		return "redis-cli BGSAVE";
	}

}
