package io.watchfloor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** Reads {@code docker exec [-i] [-t] CONTAINER COMMAND…}. */
@Component
class DockerExec implements CommandUnwrapper {

	private static final Set<String> HARMLESS = Set.of("-i", "-t", "-it", "-ti", "--interactive", "--tty");

	@Override
	public Set<String> tools() {
		return Set.of("docker");
	}

	@Override
	public Optional<Unwrapped> unwrap(SimpleCommand command) {
		if (command.arguments().stream().findFirst().flatMap(Word::literal).filter("exec"::equals).isEmpty()) {
			return Optional.empty();
		}
		Arguments arguments = Arguments.of(command, Set.of());
		arguments.next("exec");
		while (arguments.peek().filter(HARMLESS::contains).isPresent()) {
			arguments.next("a flag");
		}
		String container = arguments.nextLiteral("the container");
		if (container.startsWith("-")) {
			throw arguments.problem("the flag " + container + " is not understood.");
		}
		List<Word> words = new ArrayList<>();
		do {
			words.add(arguments.next("the command in the container"));
		}
		while (arguments.more());
		return Optional.of(new Unwrapped(new SimpleCommand(List.of(), words, List.of()), container));
	}

}
