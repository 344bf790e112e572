package io.watchfloor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/**
 * Reads {@code docker exec [-i] [-t] CONTAINER COMMAND…} as the inner command, bound to
 * the container. Inside a container, "this host" is the container.
 */
final class DockerExec {

	private static final Set<String> HARMLESS = Set.of("-i", "-t", "-it", "-ti", "--interactive", "--tty");

	private static final Set<String> FILTERS = Set.of("grep", "head", "tail", "jq");

	private DockerExec() {
	}

	static Understanding<ActionCall> unwrap(Pipeline pipeline, Function<Pipeline, Understanding<ActionCall>> inner) {
		SimpleCommand first = pipeline.stages().getFirst();
		try {
			Arguments arguments = Arguments.of(first, Set.of());
			if (!arguments.nextLiteral("the docker command").equals("exec")) {
				throw arguments.problem("only 'docker exec CONTAINER COMMAND' is understood.");
			}
			while (arguments.peek().filter(HARMLESS::contains).isPresent()) {
				arguments.next("a flag");
			}
			String container = arguments.nextLiteral("the container");
			if (container.startsWith("-")) {
				throw arguments.problem("the flag " + container + " is not understood.");
			}
			demandFilters(pipeline, arguments);
			return bind(inner.apply(without(pipeline, remaining(arguments))), container);
		}
		catch (Problem problem) {
			return new Understanding.NotUnderstood<>(String.valueOf(problem.getMessage()));
		}
	}

	/** What stands after a bar runs on the host, so only filters may stand there. */
	private static void demandFilters(Pipeline pipeline, Arguments arguments) {
		pipeline.stages().stream().skip(1).forEach((stage) -> {
			if (!stage.tool().filter(FILTERS::contains).isPresent()) {
				throw arguments.problem("what stands after the bar runs on the host, not in the container.");
			}
		});
	}

	private static List<Word> remaining(Arguments arguments) {
		List<Word> words = new ArrayList<>();
		do {
			words.add(arguments.next("the command in the container"));
		}
		while (arguments.more());
		return words;
	}

	private static Pipeline without(Pipeline pipeline, List<Word> words) {
		List<SimpleCommand> stages = new ArrayList<>(pipeline.stages());
		stages.set(0, new SimpleCommand(List.of(), words, List.of()));
		return new Pipeline(stages);
	}

	private static Understanding<ActionCall> bind(Understanding<ActionCall> read, String container) {
		return switch (read) {
			case Understanding.NotUnderstood<ActionCall> not -> not;
			case Understanding.Understood<ActionCall>(ActionCall call) ->
				new Understanding.Understood<>(new ActionCall(call.action(), inside(call.hint(), container)));
		};
	}

	private static TargetHint inside(TargetHint hint, String container) {
		return switch (hint) {
			case TargetHint.Variable variable -> variable;
			case TargetHint.Unnamed _ -> new TargetHint.Written(container);
			case TargetHint.Written(String text) -> new TargetHint.Written(Address.parse(text).inside(container));
		};
	}

}
