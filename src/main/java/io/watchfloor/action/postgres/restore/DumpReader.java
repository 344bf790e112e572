package io.watchfloor.action.postgres.restore;

import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.postgres.ToolPlace;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/**
 * Reads {@code pg_dump} where it writes a file that can be checked: the custom format or
 * plain SQL into a file that the line names. What a shell packs hides a failure.
 */
@Component
class DumpReader extends StrictReader {

	@Override
	public Set<String> tools() {
		return Set.of("pg_dump");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of("PGPASSWORD"));
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("behind a bar a dump that failed looks like one that is whole."
					+ " Write --format=custom --file=NAME.");
		}
		Options options = ToolPlace.grammar()
			.valued("-d", "--dbname")
			.valued("-F", "--format")
			.valued("-f", "--file")
			.valued("-t", "--table")
			.alone("-v", "--verbose")
			.read(arguments);
		if (options.operands().size() > 1 || (options.has("-d") && !options.operands().isEmpty())
				|| options.all("-t").size() > 1 || options.all("-f").size() > 1 || options.all("-F").size() > 1) {
			throw arguments.problem("only one database, one file and one table are understood.");
		}
		String format = options.last("-F").map((word) -> literal(word, arguments)).orElse("p");
		Word file = options.last("-f").orElseThrow(() -> arguments.problem("the file is missing. Write --file=NAME."));
		boolean plain = Set.of("p", "plain").contains(format);
		if (!plain && !Set.of("c", "custom").contains(format)) {
			throw arguments.problem("only the custom format (-Fc) and plain SQL can be checked and restored.");
		}
		if (plain != literal(file, arguments).endsWith(".sql")) {
			throw arguments.problem("the file's name does not fit its format: plain SQL is NAME.sql, and only that.");
		}
		String table = options.last("-t").map((word) -> literal(word, arguments)).orElse("");
		Optional<Word> database = options.has("-d") ? options.last("-d") : options.operands().stream().findFirst();
		try {
			return new ActionCall(new DumpDatabase(literal(file, arguments), table),
					ToolPlace.of(options, database, arguments));
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static String literal(Word word, Arguments arguments) {
		return word.literal()
			.orElseThrow(
					() -> arguments.problem("'" + word.source() + "' is something that a shell would change first."));
	}

}
