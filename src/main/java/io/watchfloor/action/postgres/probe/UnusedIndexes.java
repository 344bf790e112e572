package io.watchfloor.action.postgres.probe;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.Rows;

/** Without those that keep values unique; and since when the server counts. */
final class UnusedIndexes {

	static final String SQL = """
			SELECT s.schemaname AS schema, s.relname AS table, s.indexrelname AS index,
			  pg_size_pretty(pg_relation_size(s.indexrelid)) AS size
			FROM pg_stat_user_indexes s JOIN pg_index i USING (indexrelid)
			WHERE s.idx_scan = 0 AND NOT i.indisunique AND NOT i.indisprimary AND NOT i.indisexclusion
			ORDER BY pg_relation_size(s.indexrelid) DESC LIMIT 100""";

	static final String SINCE = """
			SELECT coalesce(stats_reset, pg_postmaster_start_time())::text AS since,
			  extract(epoch FROM clock_timestamp() - coalesce(stats_reset, pg_postmaster_start_time())) / 86400 AS days
			FROM pg_stat_database WHERE datname = current_database()""";

	private UnusedIndexes() {
	}

	static Reading read(PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.rows(SQL);
		Map<String, String> since = session.rows(SINCE).getFirst();
		double days = Double.parseDouble(since.getOrDefault("days", "0"));
		String warning = (days < 7) ? "; the server counts for less than a week, and a standby's reads are not in it"
				: "";
		return new Reading(true, rows.size() + " indexes without a read since " + since.get("since") + warning,
				(double) rows.size(), "indexes", Rows.table(rows), null, session.source(SQL), at);
	}

}
