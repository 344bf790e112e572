package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** Reads {@code psql} with statements behind {@code -c} or in a here-string. */
@Component
class PsqlReader extends StrictReader {

	/** Set for one command, the catalog's own counts instead. */
	static final Set<String> VARIABLES = Set.of("PGPASSWORD");

	@Override
	public Set<String> tools() {
		return Set.of("psql");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		SimpleCommand stage = pipeline.stages().getFirst();
		Optional<Word> fed = hereString(stage);
		Arguments arguments = Arguments
			.of(fed.isPresent() ? new SimpleCommand(stage.assignments(), stage.words(), List.of()) : stage, VARIABLES);
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("nothing is understood after the bar.");
		}
		PsqlFlags flags = PsqlFlags.read(arguments, fed.orElse(null));
		if (flags.listing()) {
			return new ActionCall(new ListObjects(ListObjects.Kind.DATABASES), flags.hint());
		}
		try {
			return new ActionCall(SqlLine.read(flags.statements(), flags.layout()), flags.hint());
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem("'" + String.join("; ", flags.statements()).strip() + "' is not understood: "
					+ refused.getMessage() + ".");
		}
	}

	/** {@code psql <<< "SELECT 1"}, and the same in a here-document. */
	private static Optional<Word> hereString(SimpleCommand stage) {
		return (stage.redirections().size() == 1
				&& Set.of("<<<", "<<").contains(stage.redirections().getFirst().operator()))
						? Optional.of(stage.redirections().getFirst().target()) : Optional.empty();
	}

}
