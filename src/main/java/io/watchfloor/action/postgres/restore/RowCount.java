package io.watchfloor.action.postgres.restore;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.postgres.PostgresSession;

/** Counts a table whose name comes out of a file: the server quotes it. */
final class RowCount {

	private RowCount() {
	}

	/** The number as text; {@code no} where there is no such table. */
	static String of(String table, PostgresSession session) {
		List<Map<String, String>> found = session.rows("SELECT to_regclass(?)::text AS name", table);
		String name = found.getFirst().getOrDefault("name", "");
		return name.isEmpty() ? "no"
				: session.rows("SELECT count(*) AS n FROM " + name).getFirst().getOrDefault("n", "");
	}

}
