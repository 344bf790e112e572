package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Problem;

/**
 * A table found in the catalog.
 *
 * @param name quoted by the server, with its schema
 * @param dead rows that wait for vacuum
 * @param last when the action's kind of run last ended on it, in UTC; {@code never}
 */
record TableState(String oid, String name, String size, long dead, String last) {

	private static final String SQL = """
			SELECT c.oid::text AS oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
			  pg_size_pretty(pg_total_relation_size(c.oid)) AS size, coalesce(s.n_dead_tup, 0) AS dead,
			  coalesce(to_char(LAST_RUN AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), 'never') AS last
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
			WHERE c.relkind IN ('r', 'm') AND""";

	private static final String ALL = """
			n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relpersistence = 'p'
			  AND pg_has_role(c.relowner, 'USAGE') ORDER BY 2""";

	static List<TableState> of(Vacuum action, PostgresSession session) {
		String sql = SQL.replace("LAST_RUN",
				(action.mode() == Vacuum.Mode.ANALYZE) ? "s.last_analyze" : "s.last_vacuum");
		if (action.tables().isEmpty()) {
			return session.rows(sql + " " + ALL).stream().map(TableState::of).toList();
		}
		List<TableState> tables = new ArrayList<>();
		for (String name : action.tables()) {
			List<Map<String, String>> found = session.rows(sql + " c.oid = to_regclass(?)", name);
			if (found.isEmpty()) {
				throw new Problem(Problem.Category.NOT_FOUND, "There is no table " + name + " at " + session.address()
						+ ". Check the name and the database.");
			}
			tables.add(of(found.getFirst()));
		}
		return tables;
	}

	private static TableState of(Map<String, String> row) {
		return new TableState(row.getOrDefault("oid", ""), row.getOrDefault("name", ""), row.getOrDefault("size", ""),
				Long.parseLong(row.getOrDefault("dead", "0")), row.getOrDefault("last", ""));
	}

	String words() {
		return this.name + ": " + this.size + ", " + this.dead + " dead rows, last " + this.last;
	}

}
