package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.action.Action;

/** Reads what the tools of a host may change. */
final class HostChanges {

	private HostChanges() {
	}

	static Stream<String> programs() {
		return Stream.of("systemctl", "service", "find", "logrotate", "kill");
	}

	/** Empty when the words change nothing that is known. */
	static Optional<Action> read(String program, List<String> arguments) {
		return Optional.empty();
	}

}
