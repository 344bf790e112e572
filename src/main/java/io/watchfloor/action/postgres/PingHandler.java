package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** The answer must be 1. */
@Component("postgresPing")
class PingHandler extends SessionRead<Ping, PostgresSession> {

	PingHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Ping> type() {
		return new ActionType<>("postgres.ping", Ping.class, "postgres");
	}

	@Override
	protected Reading read(Ping action, PostgresSession session, Instant at) {
		long start = System.nanoTime();
		boolean one = session.rows("SELECT 1 AS one").getFirst().containsValue("1");
		double millis = (System.nanoTime() - start) / 1e6;
		String source = session.source("SELECT 1");
		return one ? new Reading(true, "1 in %.1f ms".formatted(millis), millis, "ms", null, "1", source, at)
				: Reading.unknown("PostgreSQL did not answer 1", source, at);
	}

}
