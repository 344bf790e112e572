package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.catalog.Target;

/** Ways to hosts for tests of other packages. */
public final class HostWays {

	private HostWays() {
	}

	/**
	 * This machine, with words in front of every command.
	 * @param ran what was asked for, in order
	 */
	public static Hosts prefixed(List<String> before, List<List<String>> ran) {
		return new Hosts(List.of(new Via() {

			@Override
			public String name() {
				return "local";
			}

			@Override
			public HostAnswer run(Target target, HostCommand command) {
				ran.add(command.words());
				List<String> words = Stream.concat(before.stream(), command.words().stream()).toList();
				return LocalProcesses.run(new HostCommand(words, command.folder(), command.within(), command.input()),
						Map.of());
			}

		}));
	}

}
