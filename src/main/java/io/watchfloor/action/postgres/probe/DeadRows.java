package io.watchfloor.action.postgres.probe;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.Rows;

/** Tables with the largest share of rows that nobody can see any more. */
final class DeadRows {

	static final String SQL = """
			SELECT schemaname AS schema, relname AS table, n_live_tup AS live, n_dead_tup AS dead,
			  round(100.0 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1), 1) AS dead_percent,
			  coalesce(greatest(last_vacuum, last_autovacuum)::text, 'never') AS vacuumed
			FROM pg_stat_user_tables ORDER BY dead_percent DESC, dead DESC LIMIT 50""";

	private DeadRows() {
	}

	static Reading read(PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.rows(SQL);
		if (rows.isEmpty()) {
			return Reading.unknown("There are no tables", session.source(SQL), at);
		}
		Map<String, String> worst = rows.getFirst();
		return new Reading(true,
				worst.get("table") + " has most: " + worst.get("dead_percent") + " % of its rows are dead",
				Double.valueOf(worst.getOrDefault("dead_percent", "NaN")), "%", Rows.table(rows), null,
				session.source(SQL), at);
	}

}
