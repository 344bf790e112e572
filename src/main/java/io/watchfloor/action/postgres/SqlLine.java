package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import org.jspecify.annotations.Nullable;

/** Maps one statement to an action; the statement that runs means what was written. */
final class SqlLine {

	private static final String LIST = "(?<names>" + SqlName.NAME + "(?: ?, ?" + SqlName.NAME + ")*)?";

	private static final Pattern VACUUM = Pattern
		.compile("VACUUM(?<analyze>(?: VERBOSE)? ANALYZE| VERBOSE)?(?: " + LIST + ")?", Pattern.CASE_INSENSITIVE);

	private static final Pattern OPTIONS = Pattern.compile(
			"VACUUM ?\\((?<analyze>(?:VERBOSE ?, ?)?ANALYZE(?: ?, ?VERBOSE)?|VERBOSE)\\)(?: ?" + LIST + ")?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ANALYZE = Pattern.compile("ANALYZE(?: VERBOSE)?(?: " + LIST + ")?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern REINDEX = Pattern
		.compile("REINDEX (?<kind>INDEX|TABLE) CONCURRENTLY (?<name>" + SqlName.NAME + ")", Pattern.CASE_INSENSITIVE);

	/** The new names of the columns and the old, which PostgreSQL 13 and later refuse. */
	private static final Pattern SLOW = Pattern.compile(
			"SELECT (?:\\*|[a-z_]+(?: ?, ?[a-z_]+)*) FROM pg_stat_statements"
					+ "(?: WHERE mean(?:_exec)?_time > (?<millis>[0-9]{1,9}))?"
					+ "(?: ORDER BY (?<order>mean|total)(?:_exec)?_time DESC)(?: LIMIT (?<limit>[0-9]{1,3}))",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> NO_NAMES = Set.of("verbose", "analyze", "full", "freeze");

	private SqlLine() {
	}

	/** Throws an IllegalArgumentException that says why it is no action. */
	static Action read(String written) {
		String sql = written.strip().replaceFirst("\\s*;$", "");
		String line = sql.replaceAll("\\s+", " ");
		String upper = line.toUpperCase(Locale.ROOT);
		if (upper.startsWith("VACUUM") || upper.startsWith("ANALYZE")) {
			return vacuum(line, upper);
		}
		if (upper.startsWith("REINDEX")) {
			return reindex(line);
		}
		if (line.startsWith("\\")) {
			throw new IllegalArgumentException("psql's own commands are not");
		}
		return select(sql, line, upper);
	}

	private static Action vacuum(String line, String upper) {
		if (upper.startsWith("VACUUM ANALYZE VERBOSE")) {
			throw new IllegalArgumentException(
					"PostgreSQL refuses this order of words; VACUUM (VERBOSE, ANALYZE) is right");
		}
		Matcher matcher = Stream.of(VACUUM, OPTIONS, ANALYZE)
			.map((pattern) -> pattern.matcher(line))
			.filter(Matcher::matches)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("only VACUUM, VACUUM ANALYZE and ANALYZE of tables are; "
					+ "FULL locks the table and other options are not known"));
		boolean analyze = upper.startsWith("VACUUM") && Objects.requireNonNullElse(matcher.group("analyze"), "")
			.toUpperCase(Locale.ROOT)
			.contains("ANALYZE");
		Vacuum.Mode mode = upper.startsWith("ANALYZE") ? Vacuum.Mode.ANALYZE
				: analyze ? Vacuum.Mode.VACUUM_ANALYZE : Vacuum.Mode.VACUUM;
		return new Vacuum(mode, names(matcher.group("names")));
	}

	private static List<String> names(@Nullable String list) {
		if (list == null) {
			return List.of();
		}
		List<String> names = Pattern.compile(SqlName.NAME).matcher(list).results().map((name) -> name.group()).toList();
		if (names.stream().anyMatch((name) -> NO_NAMES.contains(name.toLowerCase(Locale.ROOT)))) {
			throw new IllegalArgumentException("this order of words is not one of PostgreSQL's");
		}
		return names;
	}

	private static Action reindex(String line) {
		Matcher matcher = REINDEX.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"REINDEX without CONCURRENTLY blocks reads and writes while it runs; the "
							+ "action 'Rebuild' does INDEX and TABLE concurrently");
		}
		return new Reindex(Reindex.Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT)), matcher.group("name"));
	}

	private static Action select(String sql, String line, String upper) {
		if (upper.equals("SELECT 1")) {
			return new Ping();
		}
		Matcher slow = SLOW.matcher(line);
		if (slow.matches()) {
			String millis = Objects.requireNonNullElse(slow.group("millis"), "0");
			return new SlowQueries(SlowQueries.Order.valueOf(slow.group("order").toUpperCase(Locale.ROOT)),
					Double.parseDouble(millis), Integer.parseInt(slow.group("limit")));
		}
		if (upper.contains("PG_TERMINATE_BACKEND") || upper.contains("PG_CANCEL_BACKEND")) {
			throw new IllegalArgumentException(
					"it may hit backups and maintenance; choose the processes in the action " + "'Terminate backends'");
		}
		if (upper.contains("PG_STAT_RESET")) {
			throw new IllegalArgumentException("it clears no slow queries and leaves autovacuum without its figures");
		}
		return new Query(sql);
	}

}
