package io.watchfloor.action.compose;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Stops and removes a project's containers and networks.
 *
 * @param scope what the line says before the verb, canonically
 * @param volumes whether the volumes go too, with all that is in them
 * @param orphans whether containers of services that are no longer named go too
 * @param seconds how long a container may take to stop, -1 for its own
 */
public record ComposeDown(String scope, boolean volumes, boolean orphans, int seconds) implements Action {

	public ComposeDown {
		ComposeScope.of(scope);
		if (seconds < -1 || seconds > 600) {
			throw new IllegalArgumentException("a container may take up to 600 seconds to stop");
		}
	}

	List<String> words() {
		return Stream
			.of(Stream.of("down"), Stream.of("--volumes").filter((_) -> this.volumes),
					Stream.of("--remove-orphans").filter((_) -> this.orphans),
					(this.seconds >= 0) ? Stream.of("--timeout", Integer.toString(this.seconds)) : Stream.<String>of())
			.flatMap((part) -> part)
			.toList();
	}

	@Override
	public Risk risk() {
		return this.volumes ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return this.volumes ? "Take the project down and remove its volumes" : "Take the project down";
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, String.join(" ", words()), List.of(), List.of());
	}

}
