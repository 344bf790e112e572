package io.watchfloor.sandbox;

import java.nio.file.Path;
import java.time.Clock;

import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.fault.Faults;
import io.watchfloor.sandbox.platform.Platform;

/**
 * A system that runs.
 *
 * @param system its servers
 * @param faults what can be made to go wrong in it
 * @param platform what it runs on
 */
record Running(RunningSystem system, Faults faults, Platform platform) implements AutoCloseable {

	/** Adds what can go wrong and what it runs on. */
	static Running start(RunningSystem system, Path folder, Clock clock) {
		return new Running(system, new Faults(system, clock), Platform.start(system, folder, clock));
	}

	@Override
	public void close() {
		this.platform.close();
		this.system.close();
	}

}
