package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Problem;

/**
 * An index found in the catalog; names are quoted by the server.
 *
 * @param tableOid its table's
 */
record IndexState(String oid, String name, String table, String tableOid, String size, boolean valid) {

	private static final String SQL = """
			SELECT i.indexrelid::text AS oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
			  quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS table, t.oid::text AS table_oid,
			  pg_size_pretty(pg_relation_size(i.indexrelid)) AS size, i.indisvalid::text AS valid
			FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
			WHERE tn.nspname NOT IN ('pg_catalog', 'pg_toast') AND c.relname !~ '_cc(new|old)[0-9]*$' AND""";

	static List<IndexState> of(Reindex action, PostgresSession session) {
		String column = (action.kind() == Reindex.Kind.INDEX) ? " i.indexrelid" : " i.indrelid";
		List<Map<String, String>> rows = session.rows(SQL + column + " = to_regclass(?) ORDER BY 2", action.name());
		if (rows.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no index to rebuild under the name " + action.name()
					+ " at " + session.address() + ". Check the name and the database.");
		}
		return rows.stream().map(IndexState::of).toList();
	}

	private static IndexState of(Map<String, String> row) {
		return new IndexState(row.getOrDefault("oid", ""), row.getOrDefault("name", ""), row.getOrDefault("table", ""),
				row.getOrDefault("table_oid", ""), row.getOrDefault("size", ""), "true".equals(row.get("valid")));
	}

	/** What a broken rebuild left on the index's table. */
	static List<String> leftovers(IndexState index, PostgresSession session) {
		return session.rows("""
				SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
				WHERE i.indrelid = ?::oid AND c.relname ~ '_cc(new|old)[0-9]*$'""", index.tableOid())
			.stream()
			.map((row) -> row.getOrDefault("name", ""))
			.toList();
	}

}
