package io.watchfloor.action.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.catalog.Target;

/** This machine's programs, which find {@code /etc} in a folder of the test. */
final class RootedVia implements Via {

	final List<List<String>> ran = new ArrayList<>();

	private final Path root;

	RootedVia(Path root) {
		this.root = root;
	}

	@Override
	public String name() {
		return "local";
	}

	@Override
	public HostAnswer run(Target target, HostCommand command) {
		this.ran.add(command.words());
		List<String> words = command.words()
			.stream()
			.map((word) -> word.startsWith("/etc/") ? this.root + word : word)
			.toList();
		return LocalProcesses.run(new HostCommand(words, command.folder(), command.within(), command.input()),
				Map.of());
	}

}
