package io.watchfloor.action.postgres;

import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import org.springframework.stereotype.Component;

/** Reads {@code psql -c} with one statement. */
@Component
class PsqlReader extends StrictReader {

	@Override
	public Set<String> tools() {
		return Set.of("psql");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of("PGPASSWORD"));
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("nothing is understood after the bar.");
		}
		PsqlFlags flags = PsqlFlags.read(arguments);
		try {
			return new ActionCall(SqlLine.read(flags.sql()), flags.hint());
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem("'" + flags.sql().strip() + "' is not understood: " + refused.getMessage() + ".");
		}
	}

}
