package io.watchfloor.action.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.PathReader;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import org.springframework.stereotype.Component;

/** Reads {@code curl} with one URL, alone or before {@code jq} with a plain path. */
@Component
class CurlReader extends StrictReader {

	private final List<PathReader> paths;

	CurlReader(List<PathReader> paths) {
		this.paths = paths;
	}

	@Override
	public Set<String> tools() {
		return Set.of("curl");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		SimpleCommand stage = discarded(pipeline.stages().getFirst());
		Arguments arguments = Arguments.of(stage, Set.of());
		Options options = CurlGrammar.grammar().read(arguments);
		Optional<String> searched = searched(pipeline);
		String field = searched.isPresent() ? "" : jq(pipeline, arguments);
		try {
			if (searched.isPresent()) {
				return metrics(new CurlRequest(options, arguments, "").call(List.of()), searched.get(), arguments);
			}
			CurlRequest request = new CurlRequest(options, arguments, field);
			boolean plain = field.isEmpty() && pipeline.stages().size() == 1;
			return request.call(plain ? this.paths : List.of());
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	/** The word that {@code grep} searches, where it is a plain one. */
	private static Optional<String> searched(Pipeline pipeline) {
		List<SimpleCommand> stages = pipeline.stages();
		boolean grep = stages.size() == 2 && stages.getLast().tool().filter("grep"::equals).isPresent()
				&& stages.getLast().words().size() == 2 && stages.getLast().redirections().isEmpty()
				&& stages.getLast().assignments().isEmpty();
		return grep ? stages.getLast()
			.words()
			.getLast()
			.literal()
			.filter((word) -> word.matches("[a-zA-Z_:][a-zA-Z0-9_:]*")) : Optional.empty();
	}

	/** Of a page of metrics the series are read; of any other, the lines. */
	private static ActionCall metrics(ActionCall call, String word, Arguments curl) {
		if (call.action() instanceof GetText page && page.path().endsWith("/metrics")
				&& page.equals(GetText.of(page.path()))) {
			return new ActionCall(new MetricsRead(page.path(), word, "", Map.of(), MetricsRead.BETWEEN), call.hint());
		}
		throw curl.problem("what stands behind the bar is not understood.");
	}

	/** Without {@code > /dev/null}: what is thrown away there is shown here. */
	private static SimpleCommand discarded(SimpleCommand stage) {
		return new SimpleCommand(stage.assignments(), stage.words(),
				stage.redirections()
					.stream()
					.filter((one) -> !(one.operator().equals(">") && one.descriptor() < 2
							&& one.target().literal().filter("/dev/null"::equals).isPresent()))
					.toList());
	}

	/** jq's answer for a plain path; {@code .} alone only makes it pretty. */
	private static String jq(Pipeline pipeline, Arguments curl) {
		List<SimpleCommand> rest = new ArrayList<>(pipeline.stages().subList(1, pipeline.stages().size()));
		if (rest.isEmpty()) {
			return "";
		}
		if (rest.size() > 1 || rest.getFirst().tool().filter("jq"::equals).isEmpty()) {
			throw curl.problem("what stands behind the bar is not understood.");
		}
		Arguments arguments = Arguments.of(rest.getFirst(), Set.of());
		String word = arguments.more() ? arguments.nextLiteral("the path") : ".";
		if (word.equals("-r") || word.equals("--raw-output")) {
			word = arguments.nextLiteral("the path");
		}
		arguments.end();
		try {
			JsonField.demand(word);
			return word;
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

}
