package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Counted;
import org.springframework.stereotype.Component;

/** The columns were renamed in PostgreSQL 13; without the extension nobody knows. */
@Component
class SlowQueriesHandler extends SessionRead<SlowQueries, PostgresSession> {

	SlowQueriesHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<SlowQueries> type() {
		return new ActionType<>("postgres.slow-queries", SlowQueries.class, "postgres");
	}

	@Override
	protected Reading read(SlowQueries action, PostgresSession session, Instant at) {
		if (session.rows("SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'").isEmpty()) {
			return Reading.unknown(
					"The extension pg_stat_statements is not in this database. Add it to "
							+ "shared_preload_libraries, restart, and run CREATE EXTENSION pg_stat_statements.",
					session.source("pg_stat_statements"), at);
		}
		String exec = (session.version() >= 130_000) ? "_exec_time" : "_time";
		String sql = """
				SELECT left(query, 300) AS query, calls, round(total%1$s::numeric, 1) AS total_ms,
				  round(mean%1$s::numeric, 1) AS mean_ms, round(max%1$s::numeric, 1) AS max_ms
				FROM pg_stat_statements WHERE mean%1$s > ? ORDER BY %2$s%1$s DESC LIMIT ?""".formatted(exec,
				action.order().name().toLowerCase(Locale.ROOT));
		List<Map<String, String>> rows = session.rows(sql, action.moreThanMillis(), action.limit());
		return new Reading(true,
				Counted.of(rows.size(), "statement") + " with a mean over " + action.moreThanMillis() + " ms",
				(double) rows.size(), "statements", Rows.table(rows), null, session.source(sql), at);
	}

}
