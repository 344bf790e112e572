package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Measures how long the server takes to answer, over two seconds. */
public record Latency() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Measure the latency of Redis";
	}

	@Override
	public String commandLine() {
		return "redis-cli --latency";
	}

}
