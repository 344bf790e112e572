package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.CommandUnwrapper;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Takes {@code docker exec C}, {@code docker compose exec S} and {@code docker-compose
 * exec S} off a command. The place is the container or the service.
 */
@Component
class ExecUnwrapper implements CommandUnwrapper {

	private static final FlagGrammar FLAGS = FlagGrammar.of("-i,--interactive -t,--tty");

	private static final FlagGrammar COMPOSE_FLAGS = FlagGrammar
		.of("-i,--interactive -t,--tty -T,--no-TTY --interactive?=W");

	@Override
	public Set<String> tools() {
		return Set.of("docker", "docker-compose");
	}

	@Override
	public Optional<Unwrapped> unwrap(SimpleCommand command) {
		Optional<Integer> exec = exec(command);
		if (exec.isEmpty()) {
			return Optional.empty();
		}
		Arguments arguments = Arguments.of(command, Set.of());
		boolean compose = exec.get() > 0 || command.tool().filter("docker-compose"::equals).isPresent();
		for (int i = 0; i < exec.get() + 1; i++) {
			arguments.next("exec");
		}
		FlagGrammar.Given given = (compose ? COMPOSE_FLAGS : FLAGS).readLeading(arguments);
		String place = arguments.nextLiteral(compose ? "the service" : "the container");
		List<Word> words = new ArrayList<>();
		do {
			words.add(arguments.next("the command in the container"));
		}
		while (arguments.more());
		return Optional.of(new Unwrapped(new SimpleCommand(List.of(), words, List.of()), place,
				compose ? given.has("--no-TTY") : given.has("--interactive") && !given.has("--tty")));
	}

	/** Where {@code exec} stands among the arguments, if it is the verb. */
	private static Optional<Integer> exec(SimpleCommand command) {
		List<String> words = command.arguments().stream().map((word) -> word.literal().orElse("")).toList();
		boolean docker = command.tool().filter("docker"::equals).isPresent();
		int start = (docker && !words.isEmpty() && Set.of("compose", "container").contains(words.getFirst())) ? 1 : 0;
		boolean compose = !docker || (start == 1 && words.getFirst().equals("compose"));
		int at = compose ? start + flags(command, start) : start;
		return (at < words.size() && words.get(at).equals("exec")) ? Optional.of(at) : Optional.empty();
	}

	/** How many words the flags before Compose's verb take. */
	private static int flags(SimpleCommand command, int start) {
		List<Word> rest = command.arguments().subList(start, command.arguments().size());
		if (rest.isEmpty() || !rest.getFirst().source().startsWith("-")) {
			return 0;
		}
		List<Word> words = new ArrayList<>(List.of(command.words().getFirst()));
		words.addAll(rest);
		Arguments arguments = Arguments.of(new SimpleCommand(List.of(), words, List.of()), Set.of());
		try {
			ComposeScope.FLAGS.readLeading(arguments);
		}
		catch (Problem notFlags) {
			return 0;
		}
		int left = 0;
		while (arguments.more()) {
			arguments.next("");
			left++;
		}
		return rest.size() - left;
	}

}
