package io.watchfloor.action.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands before a bracket: a function that only reads, or no function at all. */
final class SqlFunctions {

	/** Words before a bracket that call nothing, types with a modifier included. */
	private static final Set<String> NO_FUNCTION = Set.of("in", "exists", "any", "all", "some", "and", "or", "not",
			"where", "from", "select", "on", "using", "over", "filter", "as", "join", "union", "except", "intersect",
			"by", "when", "then", "else", "between", "values", "having", "is", "like", "ilike", "distinct", "numeric",
			"varchar", "char", "character", "bit", "varying", "decimal", "timestamp", "timestamptz", "time", "interval",
			"limit", "offset", "array", "materialized", "row", "lateral", "with", "case", "sets", "rollup", "cube",
			"within", "group", "explain", "analyze", "set", "returning", "fetch", "default", "recursive", "window",
			"to", "similar", "end", "left", "right", "float");

	/** Words before the name of an alias or of a common table expression. */
	private static final Set<String> NAMING = Set.of("as", "with", "recursive");

	/**
	 * Those that a look into the catalog does not list as stable, and the grammar's own.
	 */
	private static final Set<String> ALSO_READING = Set.of("coalesce", "nullif", "greatest", "least", "cast", "extract",
			"trim", "mode", "clock_timestamp", "timeofday", "random", "gen_random_uuid", "pg_relation_size",
			"pg_total_relation_size", "pg_table_size", "pg_indexes_size", "pg_database_size", "pg_tablespace_size",
			"pg_is_in_recovery", "pg_last_xact_replay_timestamp", "pg_last_wal_receive_lsn", "pg_last_wal_replay_lsn",
			"pg_current_wal_lsn", "pg_current_wal_insert_lsn", "pg_current_wal_flush_lsn", "pg_blocking_pids",
			"pg_lock_status", "pg_is_wal_replay_paused", "xmin", "current_time", "current_timestamp", "localtime",
			"localtimestamp", "grouping", "last_archived_time");

	private static final Set<String> READING = Stream.concat(load(), ALSO_READING.stream())
		.collect(Collectors.toUnmodifiableSet());

	private SqlFunctions() {
	}

	/** Whether a function of PostgreSQL's own is known to only read. */
	static boolean reads(String name) {
		return READING.contains(name);
	}

	/** Throws when a token calls something that is not known to only read. */
	static void demandReading(List<SqlToken> tokens, int at) {
		boolean call = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
		SqlToken token = tokens.get(at);
		if (!call || token.kind() == SqlToken.Kind.SYMBOL || token.kind() == SqlToken.Kind.STRING
				|| token.kind() == SqlToken.Kind.NUMBER) {
			return;
		}
		SqlToken before = (at > 0) ? tokens.get(at - 1) : null;
		boolean qualified = before != null && before.is(".");
		boolean named = before != null && NAMING.contains(before.word());
		boolean own = !qualified || (at > 1 && tokens.get(at - 2).word().equals("pg_catalog"));
		boolean nothing = !qualified && NO_FUNCTION.contains(token.word());
		if (!named && !nothing && !(own && reads(token.word()))) {
			throw new IllegalArgumentException(
					"the function " + token.text() + " is not one that is known to only read");
		}
	}

	private static Stream<String> load() {
		try (InputStream content = Objects
			.requireNonNull(SqlFunctions.class.getResourceAsStream("reading-functions.txt"));
				BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
			return lines.lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).toList().stream();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
