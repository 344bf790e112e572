package io.watchfloor.action.postgres.restore;

import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.postgres.ToolPlace;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/**
 * Reads {@code pg_restore} of a whole dump, and of its list. What would go over a
 * database that is there goes into a new one, whose name is asked for.
 */
@Component
class RestoreReader extends StrictReader {

	private static final Set<String> FORMATS = Set.of("c", "custom", "t", "tar", "d", "directory");

	@Override
	public Set<String> tools() {
		return Set.of("pg_restore");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of("PGPASSWORD"));
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("nothing is understood after the bar.");
		}
		Options options = ToolPlace.grammar()
			.valued("-d", "--dbname")
			.valued("-F", "--format")
			.valued("-j", "--jobs")
			.alone("-l", "--list")
			.alone("-v", "--verbose")
			.alone("-c", "--clean")
			.alone("--if-exists")
			.alone("-O", "--no-owner")
			.alone("-x", "--no-privileges", "--no-acl")
			.alone("-e", "--exit-on-error")
			.alone("-1", "--single-transaction")
			.read(arguments);
		try {
			return new ActionCall(action(options, arguments), ToolPlace.of(options, options.last("-d"), arguments));
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static Action action(Options options, Arguments arguments) {
		if (options.operands().size() != 1) {
			throw arguments.problem("exactly one dump is understood.");
		}
		String file = literal(options.operands().getFirst(), arguments);
		options.last("-F")
			.map((word) -> literal(word, arguments))
			.filter((format) -> !FORMATS.contains(format))
			.ifPresent((format) -> {
				throw arguments.problem("the format '" + format + "' is not understood.");
			});
		options.last("-j")
			.map((word) -> literal(word, arguments))
			.filter((jobs) -> !jobs.matches("[1-9][0-9]?"))
			.ifPresent((jobs) -> {
				throw arguments.problem("'" + jobs + "' jobs are not understood.");
			});
		if (options.has("-l")) {
			if (options.has("-d") || options.has("-c")) {
				throw arguments.problem("--list beside a restore is not understood.");
			}
			return new DumpList(file);
		}
		if (!options.has("-d")) {
			throw arguments.problem("without --dbname it prints the dump as SQL, which is not offered.");
		}
		return new RestoreDump(file, "");
	}

	private static String literal(Word word, Arguments arguments) {
		return Optional.of(word)
			.flatMap(Word::literal)
			.orElseThrow(
					() -> arguments.problem("'" + word.source() + "' is something that a shell would change first."));
	}

}
