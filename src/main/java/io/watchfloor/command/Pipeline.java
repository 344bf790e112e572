package io.watchfloor.command;

import java.util.List;

/**
 * Commands joined by {@code |}.
 *
 * @param stages at least one, in order
 */
public record Pipeline(List<SimpleCommand> stages) {

	public Pipeline {
		stages = List.copyOf(stages);
	}

}
