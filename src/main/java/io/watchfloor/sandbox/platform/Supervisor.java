package io.watchfloor.sandbox.platform;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.sandbox.app.RunningSystem;

/** Starts and stops the parts of one system, and knows since when they run. */
final class Supervisor {

	private final RunningSystem system;

	private final Clock clock;

	private final Instant begun;

	private Instant applicationSince;

	private Instant cacheSince;

	Supervisor(RunningSystem system, Clock clock) {
		this.system = system;
		this.clock = clock;
		this.begun = clock.instant();
		this.applicationSince = this.begun;
		this.cacheSince = this.begun;
	}

	/** Since when the sandbox runs. */
	Instant begun() {
		return this.begun;
	}

	boolean applicationRuns() {
		return this.system.app().listening();
	}

	synchronized Instant applicationSince() {
		return this.applicationSince;
	}

	/** Ends the application and starts it anew: what ailed the old one is gone. */
	synchronized void restartApplication() {
		this.system.restartApplication();
		this.applicationSince = this.clock.instant();
	}

	void stopApplication() {
		this.system.app().fallSilent();
	}

	boolean cacheRuns() {
		return this.system.redis().running();
	}

	synchronized Instant cacheSince() {
		return this.cacheSince;
	}

	/** Ends Redis, if it runs, and starts it; its keys are written anew. */
	synchronized void restartCache() {
		this.system.redis().stop();
		this.system.restartRedis();
		this.cacheSince = this.clock.instant();
	}

	void stopCache() {
		this.system.redis().stop();
	}

	/** How many bytes a forgotten log holds; 0 when there is none. */
	long leftover() {
		return this.system.disk().leftover();
	}

	void removeLeftover() {
		this.system.disk().free();
	}

}
