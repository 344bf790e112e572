package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/**
 * Its value is the size of the database; tables are found by OID, so any name will do.
 */
@Component
class SizesHandler extends SessionRead<Sizes, PostgresSession> {

	SizesHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Sizes> type() {
		return new ActionType<>("postgres.sizes", Sizes.class, "postgres");
	}

	@Override
	protected Reading read(Sizes action, PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.rows(SQL);
		Map<String, String> database = session.rows("""
				SELECT pg_database_size(current_database()) AS bytes,
				  pg_size_pretty(pg_database_size(current_database())) AS pretty""").getFirst();
		return new Reading(true, "database " + database.get("pretty"),
				Double.valueOf(database.getOrDefault("bytes", "NaN")), "bytes", Rows.table(rows), null,
				session.source(SQL), at);
	}

	private static final String SQL = """
			SELECT n.nspname AS schema, c.relname AS table, pg_size_pretty(pg_total_relation_size(c.oid)) AS total,
			  pg_size_pretty(pg_indexes_size(c.oid)) AS indexes, greatest(c.reltuples, 0)::bigint AS rows_about
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
			ORDER BY pg_total_relation_size(c.oid) DESC LIMIT 50""";

}
