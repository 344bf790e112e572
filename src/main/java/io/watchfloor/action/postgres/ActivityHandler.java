package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Its value is the share of max_connections in use. */
@Component
class ActivityHandler extends SessionRead<Activity, PostgresSession> {

	ActivityHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Activity> type() {
		return new ActionType<>("postgres.activity", Activity.class, "postgres");
	}

	@Override
	protected Reading read(Activity action, PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.rows(SQL);
		Map<String, String> totals = session.rows(TOTALS).getFirst();
		double share = 100.0 * Long.parseLong(totals.getOrDefault("connections", "0"))
				/ Long.parseLong(totals.getOrDefault("most", "1"));
		String summary = "%s of %s connections in use: %s active, %s idle in transaction".formatted(
				totals.get("connections"), totals.get("most"), totals.get("active"), totals.get("idle_in_transaction"));
		return new Reading(true, summary, share, "%", Rows.table(rows), null, session.source(SQL), at);
	}

	private static final String SQL = """
			SELECT pid, usename AS user, application_name AS application, state,
			  coalesce(wait_event_type || ': ' || wait_event, '') AS waits,
			  coalesce(round(extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start)))::text, '')
			    AS age_s,
			  left(query, 200) AS query
			FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
			ORDER BY xact_start NULLS LAST LIMIT 200""";

	private static final String TOTALS = """
			SELECT count(*) AS connections, count(*) FILTER (WHERE state = 'active') AS active,
			  count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
			  current_setting('max_connections') AS most
			FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""";

}
