package io.watchfloor.action.postgres.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.Rows;

/** The server's settings and what tables have of their own; off is never as expected. */
final class Autovacuum {

	static final String SERVER = """
			SELECT name AS setting, setting AS value FROM pg_settings
			WHERE name IN ('autovacuum', 'track_counts', 'autovacuum_vacuum_threshold', 'autovacuum_vacuum_scale_factor',
			  'autovacuum_analyze_scale_factor', 'autovacuum_max_workers', 'autovacuum_naptime',
			  'autovacuum_vacuum_cost_limit', 'autovacuum_freeze_max_age') ORDER BY name""";

	static final String TABLES = """
			SELECT c.oid::regclass || ': ' || split_part(o, '=', 1) AS setting, split_part(o, '=', 2) AS value
			FROM pg_class c, unnest(c.reloptions) o WHERE o LIKE 'autovacuum%' ORDER BY 1""";

	private Autovacuum() {
	}

	static Reading read(PostgresSession session, Instant at) {
		List<Map<String, String>> rows = new ArrayList<>(session.rows(SERVER));
		rows.addAll(session.rows(TABLES));
		List<String> off = rows.stream()
			.filter((row) -> List.of("off", "false").contains(row.getOrDefault("value", "")))
			.map((row) -> row.getOrDefault("setting", ""))
			.toList();
		String summary = off.isEmpty() ? "autovacuum is on" : "switched off: " + String.join(", ", off);
		return new Reading(true, summary, null, null, Rows.table(rows), null, session.source(SERVER), at)
			.judged(off.isEmpty() ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
	}

}
