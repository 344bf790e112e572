package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Columns as a table; what else defines it below them as text. */
@Component
class DescribeTableHandler extends SessionRead<DescribeTable, PostgresSession> {

	DescribeTableHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<DescribeTable> type() {
		return new ActionType<>("postgres.describe", DescribeTable.class, PostgresTargets.KIND);
	}

	@Override
	protected Reading read(DescribeTable action, PostgresSession session, Instant at) {
		List<Map<String, String>> columns = session.rows(COLUMNS, action.name());
		String source = session.source("\\d+ " + action.name());
		if (columns.isEmpty()) {
			return Reading.unknown("There is nothing under the name " + action.name() + " in this database", source,
					at);
		}
		String more = session.rows(MORE, action.name(), action.name(), action.name())
			.stream()
			.map((row) -> row.getOrDefault("line", ""))
			.collect(Collectors.joining("\n"));
		String text = columns.stream()
			.map((row) -> String.join(" ", row.values()).strip())
			.collect(Collectors.joining("\n"));
		return new Reading(true, columns.size() + " columns", null, null, Rows.table(columns), text + "\n" + more,
				source, at);
	}

	private static final String COLUMNS = """
			SELECT a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
			  CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS nullable,
			  coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS default
			FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

	private static final String MORE = """
			SELECT pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END AS line
			FROM pg_index WHERE indrelid = to_regclass(?)
			UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass(?)
			UNION ALL SELECT 'total size ' || pg_size_pretty(pg_total_relation_size(to_regclass(?)))""";

}
