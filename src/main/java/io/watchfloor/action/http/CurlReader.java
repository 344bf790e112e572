package io.watchfloor.action.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.LineFilters;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import org.springframework.stereotype.Component;

/**
 * Reads {@code curl} that gets one URL, before {@code jq} with a plain path and filters.
 */
@Component
class CurlReader extends StrictReader {

	@Override
	public Set<String> tools() {
		return Set.of("curl");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
		CurlRequest request = CurlRequest.read(arguments);
		List<SimpleCommand> rest = new ArrayList<>(pipeline.stages().subList(1, pipeline.stages().size()));
		String field = "";
		if (!rest.isEmpty() && rest.getFirst().tool().filter("jq"::equals).isPresent()) {
			field = jq(Arguments.of(rest.removeFirst(), Set.of()));
		}
		try {
			return new ActionCall(new GetText(request.path(), request.headers(), request.failOnError(), field,
					LineFilters.read(rest)), request.hint());
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood("curl: " + refused.getMessage() + ".");
		}
	}

	/** jq's answer for a plain path; {@code .} alone only makes it pretty. */
	private static String jq(Arguments arguments) {
		String word = arguments.nextLiteral("the path");
		if (word.equals("-r")) {
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
