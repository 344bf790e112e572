package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads {@code psql} with statements behind {@code -c} or in a here-string. */
@Component
class PsqlReader extends StrictReader {

	/** Set for one command, the catalog's own counts instead. */
	static final Set<String> VARIABLES = Set.of("PGPASSWORD");

	private final List<FedFile> files;

	@Autowired
	PsqlReader(List<FedFile> files) {
		this.files = files;
	}

	/** Knows no files. */
	PsqlReader() {
		this(List.of());
	}

	@Override
	public Set<String> tools() {
		return Set.of("psql");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		SimpleCommand stage = pipeline.stages().getFirst();
		Optional<Word> fed = hereString(stage);
		Optional<SimpleCommand.Redirection> file = file(stage);
		Arguments arguments = Arguments.of((fed.isPresent() || file.isPresent())
				? new SimpleCommand(stage.assignments(), stage.words(), List.of()) : stage, VARIABLES);
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("nothing is understood after the bar.");
		}
		PsqlFlags flags = PsqlFlags.read(arguments, fed.orElse(null), file.orElse(null));
		if (!flags.file().isEmpty()) {
			return new ActionCall(restore(flags, arguments), flags.hint());
		}
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

	private Action restore(PsqlFlags flags, Arguments arguments) {
		try {
			return this.files.stream()
				.map((files) -> files.of(flags.file(), flags.database()))
				.flatMap(Optional::stream)
				.findFirst()
				.orElseThrow(() -> arguments.problem("it runs the file " + flags.file()
						+ ", whose statements are not in the runbook. Look at them first."));
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	/** {@code psql < file}, and what {@link io.watchfloor.action} makes of gunzip. */
	private static Optional<SimpleCommand.Redirection> file(SimpleCommand stage) {
		List<SimpleCommand.Redirection> all = stage.redirections();
		return (all.size() == 1 && Set.of("<", PsqlFlags.UNPACKED).contains(all.getFirst().operator()))
				? Optional.of(all.getFirst()) : Optional.empty();
	}

	/** {@code psql <<< "SELECT 1"}, and the same in a here-document. */
	private static Optional<Word> hereString(SimpleCommand stage) {
		return (stage.redirections().size() == 1
				&& Set.of("<<<", "<<").contains(stage.redirections().getFirst().operator()))
						? Optional.of(stage.redirections().getFirst().target()) : Optional.empty();
	}

}
