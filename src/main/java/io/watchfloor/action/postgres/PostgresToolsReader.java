package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads PostgreSQL's other tools, by the statements that they send. */
@Component
class PostgresToolsReader extends StrictReader {

	/** Why some that are known stay manual. */
	private static final Map<String, String> MANUAL = Map.of("pg_dumpall",
			"what it writes is SQL of all databases with the passwords' hashes, which nothing can check",
			"pg_basebackup", "it copies the whole server to files and replays nothing", "pg_ctl",
			"it starts and stops the server on its host");

	private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");

	@Override
	public Set<String> tools() {
		return Set.of("pg_isready", "createdb", "dropdb", "vacuumdb", "reindexdb", "pg_dumpall", "pg_basebackup",
				"pg_ctl");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		String tool = pipeline.stages().getFirst().tool().orElseThrow();
		if (MANUAL.containsKey(tool)) {
			throw notUnderstood(tool + ": " + MANUAL.get(tool) + ".");
		}
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), PsqlReader.VARIABLES);
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("nothing is understood after the bar.");
		}
		try {
			return switch (tool) {
				case "pg_isready" -> ready(arguments);
				case "createdb", "dropdb" -> database(tool, arguments);
				case "vacuumdb" -> vacuum(arguments);
				default -> reindex(arguments);
			};
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static ActionCall ready(Arguments arguments) {
		Options options = Place.grammar()
			.valued("-d", "--dbname")
			.valued("-t", "--timeout")
			.alone("-q", "--quiet")
			.read(arguments);
		demandNoOperand(options, arguments);
		return new ActionCall(new IsReady(), Place.of(options, options.last("-d").orElse(null), arguments));
	}

	private static ActionCall database(String tool, Arguments arguments) {
		Options.Grammar grammar = Place.grammar().alone("-e", "--echo");
		Options options = tool.equals("createdb")
				? grammar.valued("-O", "--owner").valued("-T", "--template").valued("-E", "--encoding").read(arguments)
				: grammar.alone("--if-exists").alone("-i", "--interactive").read(arguments);
		if (options.operands().size() != 1) {
			throw arguments.problem("exactly one database must be named.");
		}
		String name = name(literal(options.operands().getFirst(), arguments));
		StringBuilder sql = new StringBuilder(tool.equals("createdb") ? "CREATE DATABASE " + name
				: "DROP DATABASE " + (options.has("--if-exists") ? "IF EXISTS " : "") + name);
		options.last("-O").ifPresent((owner) -> sql.append(" OWNER ").append(name(literal(owner, arguments))));
		options.last("-T").ifPresent((from) -> sql.append(" TEMPLATE ").append(name(literal(from, arguments))));
		options.last("-E")
			.ifPresent((encoding) -> sql.append(" ENCODING '")
				.append(literal(encoding, arguments).replace("'", "''"))
				.append('\''));
		return new ActionCall(new SqlChange(sql.toString()), Place.of(options, null, arguments));
	}

	private static ActionCall vacuum(Arguments arguments) {
		Options options = Place.grammar()
			.valued("-d", "--dbname")
			.valued("-t", "--table")
			.alone("-z", "--analyze")
			.alone("-Z", "--analyze-only")
			.alone("-v", "--verbose")
			.alone("-f", "--full")
			.alone("-q", "--quiet")
			.alone("-e", "--echo")
			.read(arguments);
		List<String> tables = options.all("-t").stream().map((word) -> literal(word, arguments)).toList();
		Vacuum.Mode mode = options.has("-Z") ? Vacuum.Mode.ANALYZE
				: options.has("-z") ? Vacuum.Mode.VACUUM_ANALYZE : Vacuum.Mode.VACUUM;
		if (options.has("-f") && tables.size() != 1) {
			throw arguments.problem("--full locks every table in turn; only one table is understood.");
		}
		Action action = options.has("-f")
				? new SqlChange("VACUUM FULL " + (options.has("-z") ? "ANALYZE " : "") + tables.getFirst())
				: new Vacuum(mode, tables);
		return new ActionCall(action, place(options, arguments));
	}

	private static ActionCall reindex(Arguments arguments) {
		Options options = Place.grammar()
			.valued("-d", "--dbname")
			.valued("-t", "--table")
			.valued("-i", "--index")
			.alone("--concurrently")
			.alone("-v", "--verbose")
			.alone("-q", "--quiet")
			.alone("-e", "--echo")
			.read(arguments);
		if (options.all("-t").size() + options.all("-i").size() != 1) {
			throw arguments.problem("exactly one table or index must be named.");
		}
		boolean table = options.has("-t");
		String name = literal(options.last(table ? "-t" : "-i").orElseThrow(), arguments);
		Reindex.Kind kind = table ? Reindex.Kind.TABLE : Reindex.Kind.INDEX;
		Action action = options.has("--concurrently") ? new Reindex(kind, name)
				: new SqlChange("REINDEX " + kind + " " + name);
		return new ActionCall(action, place(options, arguments));
	}

	private static TargetHint place(Options options, Arguments arguments) {
		if (options.operands().size() > 1 || (options.has("-d") && !options.operands().isEmpty())) {
			throw arguments.problem("only one database is understood.");
		}
		@Nullable Word database = options.has("-d") ? options.last("-d").orElseThrow()
				: options.operands().isEmpty() ? null : options.operands().getFirst();
		return Place.of(options, database, arguments);
	}

	private static void demandNoOperand(Options options, Arguments arguments) {
		if (!options.operands().isEmpty()) {
			throw arguments.problem("'" + options.operands().getFirst().source() + "' is not understood.");
		}
	}

	private static String literal(Word word, Arguments arguments) {
		return word.literal()
			.orElseThrow(
					() -> arguments.problem("'" + word.source() + "' is something that a shell would change first."));
	}

	/**
	 * The tools take names as they are; in SQL they need quotes unless they are plain.
	 */
	private static String name(String written) {
		return BARE.matcher(written).matches() ? written : "\"" + written.replace("\"", "\"\"") + "\"";
	}

}
