package io.watchfloor.sandbox.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.server.LocalSecret;

/**
 * What runs the parts of a system. It answers as Docker or AWS would, knows only this
 * system, and what it restarts is really restarted.
 */
public interface Platform extends AutoCloseable {

	/** Starts the one that the system runs on. */
	static Platform start(RunningSystem system, Path folder, Clock clock) {
		Supervisor supervisor = new Supervisor(system, clock);
		return switch (system.system()) {
			case CUSTOMER_SUCCESS -> new AwsStandIn(supervisor, folder);
			case ORDERDESK -> new DockerStandIn(supervisor, folder);
		};
	}

	/** The kind of target that reaches it. */
	String kind();

	/** The target's settings. */
	Map<String, String> settings();

	/** The target's secrets. */
	Map<String, LocalSecret> secrets();

	/** Its address. */
	String address();

	@Override
	void close();

}
