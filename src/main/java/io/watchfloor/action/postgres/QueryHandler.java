package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Shows at most 500 rows; a single number is the value. */
@Component
class QueryHandler extends SessionRead<Query, PostgresSession> {

	QueryHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Query> type() {
		return new ActionType<>("postgres.query", Query.class, "postgres");
	}

	@Override
	protected Reading read(Query action, PostgresSession session, Instant at) {
		List<Map<String, String>> rows = session.asWritten(action.sql(), MOST + 1);
		String source = session.source(action.sql());
		if (rows.size() == 1 && rows.getFirst().size() == 1) {
			return single(rows, source, at);
		}
		boolean cut = rows.size() > MOST;
		return new Reading(true, cut ? "More than " + MOST + " rows; the first are shown" : rows.size() + " rows", null,
				null, Rows.table(cut ? rows.subList(0, MOST) : rows), null, source, at);
	}

	private static final int MOST = 500;

	private static Reading single(List<Map<String, String>> rows, String source, Instant at) {
		Map.Entry<String, String> cell = rows.getFirst().entrySet().iterator().next();
		if (cell.getValue().isEmpty()) {
			return new Reading(false, cell.getKey() + " has no value", null, null, Rows.table(rows), null, source, at);
		}
		Double value = cell.getValue().matches("-?[0-9]+(\\.[0-9]+)?") ? Double.valueOf(cell.getValue()) : null;
		return new Reading(true, cell.getKey() + " = " + cell.getValue(), value, null, Rows.table(rows),
				cell.getValue(), source, at);
	}

}
