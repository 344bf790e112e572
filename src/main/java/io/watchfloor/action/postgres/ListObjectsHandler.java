package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Its value is how many there are. */
@Component
class ListObjectsHandler extends SessionRead<ListObjects, PostgresSession> {

	private static final int MOST = 1_000;

	ListObjectsHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ListObjects> type() {
		return new ActionType<>("postgres.list", ListObjects.class, PostgresTargets.KIND);
	}

	@Override
	protected Reading read(ListObjects action, PostgresSession session, Instant at) {
		Rows rows = session.asWritten(action.kind().sql(), MOST);
		return new Reading(true, rows.rows().size() + " found", (double) rows.rows().size(), "objects", rows.table(),
				PsqlText.of(rows, Layout.USUAL), session.source(action.kind().sql()), at);
	}

}
