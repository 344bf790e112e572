package io.watchfloor.action;

import java.time.Clock;
import java.util.List;

/** The door to some handlers, without a container. */
public final class Connectors {

	private Connectors() {
	}

	/** Knows these handlers only. */
	public static Actions of(List<ActionHandler<?>> handlers) {
		Knowledge nothing = new Knowledge(List.of(), List.of(), List.of());
		return new ActionRegistry(handlers, List.of(), List.of(), List.of(), nothing, new NoSecrets(),
				Clock.systemUTC());
	}

}
