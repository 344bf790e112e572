package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Asks whether Redis answers. */
public record Ping() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Ping Redis";
	}

	@Override
	public String commandLine() {
		return "redis-cli PING";
	}

}
