package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.action.Action;

/** Reads VACUUM, ANALYZE and REINDEX. */
final class Maintenance {

	private static final Set<String> OPTIONS = Set.of("verbose", "analyze", "analyse", "full", "freeze");

	private Maintenance() {
	}

	static Action vacuum(SqlText sql) {
		if (!sql.word(0).equals("vacuum")) {
			int at = sql.word(1).equals("verbose") ? 2 : bracketed(sql, new ArrayList<>(), 1);
			return new Vacuum(Vacuum.Mode.ANALYZE, names(sql, at));
		}
		List<String> options = new ArrayList<>();
		int at = bracketed(sql, options, 1);
		if (at == 1) {
			while (OPTIONS.contains(sql.word(at))) {
				options.add(sql.word(at++));
			}
			demandOrder(options);
		}
		boolean analyze = options.stream().anyMatch((option) -> option.startsWith("analy"));
		if (options.contains("full") && !options.contains("freeze")) {
			String name = SqlNames.at(sql, at);
			if (SqlNames.end(sql, at) < sql.tokens().size()) {
				throw new IllegalArgumentException("VACUUM FULL locks a table; only one at a time is understood");
			}
			return new SqlChange("VACUUM FULL " + (analyze ? "ANALYZE " : "") + name);
		}
		if (options.contains("full") || options.contains("freeze")) {
			throw new IllegalArgumentException("VACUUM with FREEZE is not");
		}
		return new Vacuum(analyze ? Vacuum.Mode.VACUUM_ANALYZE : Vacuum.Mode.VACUUM, names(sql, at));
	}

	/**
	 * Without brackets PostgreSQL wants FULL, FREEZE, VERBOSE and ANALYZE in this order.
	 */
	private static void demandOrder(List<String> options) {
		List<String> order = List.of("full", "freeze", "verbose", "analyze");
		List<Integer> places = options.stream()
			.map((option) -> order.indexOf(option.replace("analyse", "analyze")))
			.toList();
		if (!places.equals(places.stream().distinct().sorted().toList())) {
			throw new IllegalArgumentException(
					"PostgreSQL refuses this order of words; VACUUM (VERBOSE, ANALYZE) is right");
		}
	}

	/** {@code (VERBOSE, ANALYZE)}; returns the token behind it. */
	private static int bracketed(SqlText sql, List<String> options, int from) {
		int at = from;
		if (at >= sql.tokens().size() || !sql.tokens().get(at).is("(")) {
			return at;
		}
		do {
			String option = sql.word(++at);
			if (!OPTIONS.contains(option)) {
				throw new IllegalArgumentException("this option is not known");
			}
			options.add(option);
			at++;
		}
		while (at < sql.tokens().size() && sql.tokens().get(at).is(","));
		if (at >= sql.tokens().size() || !sql.tokens().get(at).is(")")) {
			throw new IllegalArgumentException("this option is not known");
		}
		return at + 1;
	}

	private static List<String> names(SqlText sql, int at) {
		return (at < sql.tokens().size()) ? SqlNames.list(sql, at, sql.tokens().size()) : List.of();
	}

	static Action reindex(SqlText sql) {
		boolean named = sql.startsWith("reindex", "index") || sql.startsWith("reindex", "table");
		if (named && sql.word(2).equals("concurrently")) {
			String name = SqlNames.at(sql, 3);
			if (SqlNames.end(sql, 3) == sql.tokens().size()) {
				return new Reindex(sql.word(1).equals("index") ? Reindex.Kind.INDEX : Reindex.Kind.TABLE, name);
			}
		}
		return new SqlChange(sql.text());
	}

}
