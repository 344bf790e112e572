package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;

/** The answer must be 1. */
@Component("postgresPing")
class PingHandler extends PostgresRead<Ping> {

	PingHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Ping> type() {
		return new ActionType<>("postgres.ping", Ping.class, "postgres");
	}

	@Override
	Reading read(Ping action, PostgresSession session, Instant at) {
		long start = System.nanoTime();
		boolean one = session.rows("SELECT 1 AS one").getFirst().containsValue("1");
		double millis = (System.nanoTime() - start) / 1e6;
		String source = source("SELECT 1", session);
		return one ? new Reading(true, "1 in %.1f ms".formatted(millis), millis, "ms", null, "1", source, at)
				: Reading.unknown("PostgreSQL did not answer 1", source, at);
	}

}
