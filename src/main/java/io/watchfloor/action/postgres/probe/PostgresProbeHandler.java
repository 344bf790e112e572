package io.watchfloor.action.postgres.probe;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.PostgresTargets;
import org.springframework.stereotype.Component;

/** Asks by what the server's role and version are. */
@Component
class PostgresProbeHandler extends SessionRead<PostgresProbe, PostgresSession> {

	PostgresProbeHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<PostgresProbe> type() {
		return new ActionType<>("postgres.probe", PostgresProbe.class, PostgresTargets.KIND);
	}

	@Override
	protected Reading read(PostgresProbe action, PostgresSession session, Instant at) {
		return switch (action.what()) {
			case REPLICATION -> Replication.read(session, at);
			case UNUSED_INDEXES -> UnusedIndexes.read(session, at);
			case DEAD_ROWS -> DeadRows.read(session, at);
			case AUTOVACUUM -> Autovacuum.read(session, at);
		};
	}

}
