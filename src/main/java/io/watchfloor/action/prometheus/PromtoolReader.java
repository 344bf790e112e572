package io.watchfloor.action.prometheus;

import java.util.List;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** Reads {@code promtool query}; says why {@code amtool} stays with a person. */
@Component
class PromtoolReader extends StrictReader {

	@Override
	public Set<String> tools() {
		return Set.of("promtool", "amtool");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("what stands behind the bar is not understood.");
		}
		if (pipeline.stages().getFirst().tool().orElseThrow().equals("amtool")) {
			throw arguments.problem("the Alertmanager is no target yet, and a silence hides alerts from everybody.");
		}
		Options options = Options.grammar()
			.valued("--start")
			.valued("--end")
			.valued("--step")
			.valued("-o", "--format")
			.read(arguments);
		List<String> words = options.operands().stream().map((word) -> literal(word, arguments)).toList();
		boolean instant = words.size() == 4 && words.subList(0, 2).equals(List.of("query", "instant"));
		boolean range = words.size() == 4 && words.subList(0, 2).equals(List.of("query", "range"));
		if (!instant && !range) {
			throw arguments.problem("only 'query instant' and 'query range' with a server and an expression are "
					+ "understood; checks of files are for the team's own CI.");
		}
		try {
			return new ActionCall(instant ? instant(words, options, arguments) : range(words, options, arguments),
					new TargetHint.Written(words.get(2)));
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static Action instant(List<String> words, Options options, Arguments arguments) {
		if (options.has("--start") || options.has("--end") || options.has("--step")) {
			throw arguments.problem("an instant has no start, end or step.");
		}
		return new PromQuery(words.get(3));
	}

	private static Action range(List<String> words, Options options, Arguments arguments) {
		return new PromRange(words.get(3), value("--start", options, arguments), value("--end", options, arguments),
				value("--step", options, arguments));
	}

	private static String value(String flag, Options options, Arguments arguments) {
		return literal(options.last(flag).orElseThrow(() -> arguments.problem(flag + " is missing.")), arguments);
	}

	private static String literal(Word word, Arguments arguments) {
		return word.literal()
			.orElseThrow(
					() -> arguments.problem("'" + word.source() + "' is something that a shell would change first."));
	}

}
