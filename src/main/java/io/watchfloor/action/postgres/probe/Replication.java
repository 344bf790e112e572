package io.watchfloor.action.postgres.probe;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.Rows;

/**
 * A primary tells of its standbys, a standby of itself. A standby that has replayed all
 * that it got is not behind, however long ago that was; one that gets nothing is unknown.
 */
final class Replication {

	static final String ROLE = "SELECT pg_is_in_recovery() AS standby";

	static final String STANDBYS = """
			SELECT coalesce(nullif(application_name, ''), client_addr::text, pid::text) AS standby, state, sync_state,
			  pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) AS bytes_behind,
			  CASE WHEN pg_current_wal_lsn() = replay_lsn THEN 0 ELSE extract(epoch FROM replay_lag) END AS seconds
			FROM pg_stat_replication ORDER BY 1""";

	private static final String STANDBY = """
			SELECT coalesce((SELECT status FROM pg_stat_wal_receiver), '') AS receiver,
			  CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
			    ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END AS seconds""";

	private Replication() {
	}

	static Reading read(PostgresSession session, Instant at) {
		boolean standby = session.rows(ROLE).getFirst().containsValue("t");
		return standby ? standby(session, at) : primary(session, at);
	}

	private static Reading primary(PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.rows(STANDBYS);
		String source = session.source(STANDBYS);
		if (rows.isEmpty()) {
			return Reading.unknown("This is the primary, and no standby is connected: there is no lag to read", source,
					at);
		}
		if (rows.stream().anyMatch((row) -> row.getOrDefault("seconds", "").isEmpty())) {
			return Reading.unknown("This is the primary with " + rows.size()
					+ " standbys, but a lag is not told (the role" + " pg_monitor may read it)", source, at);
		}
		double most = rows.stream()
			.mapToDouble((row) -> Double.parseDouble(row.getOrDefault("seconds", "0")))
			.max()
			.orElse(0);
		return new Reading(true, "primary; standbys are at most " + most + " s behind", most, "s", Rows.table(rows),
				null, source, at);
	}

	private static Reading standby(PostgresSession session, Instant at) {
		Map<String, String> row = session.rows(STANDBY).getFirst();
		String source = session.source(STANDBY);
		String seconds = row.getOrDefault("seconds", "");
		if (!row.getOrDefault("receiver", "").equals("streaming") || seconds.isEmpty()) {
			return Reading.unknown("This is a standby that gets nothing from a primary now", source, at);
		}
		return new Reading(true, "standby, " + seconds + " s behind", Double.valueOf(seconds), "s", null, null, source,
				at);
	}

}
