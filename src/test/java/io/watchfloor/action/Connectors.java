package io.watchfloor.action;

import java.time.Clock;
import java.util.List;

/** The door to some handlers, without a container. */
public final class Connectors {

	private Connectors() {
	}

	/** Knows these handlers only. */
	public static Actions of(List<ActionHandler<?>> handlers) {
		return new ActionRegistry(handlers, List.of(), new NoSecrets(), Clock.systemUTC());
	}

}
