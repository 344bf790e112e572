package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;

/** The frame of a read: one connection in a read-only transaction. */
abstract class PostgresRead<A extends Action> implements ReadHandler<A> {

	private final PostgresServers servers;

	private final Clock clock;

	PostgresRead(PostgresServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public final Reading read(A action, Target target, RunContext context) {
		try (PostgresSession session = this.servers.reading(target)) {
			return read(action, session, this.clock.instant());
		}
	}

	/** Reads over an open connection. */
	abstract Reading read(A action, PostgresSession session, Instant at);

	/** What was asked, and of whom. */
	static String source(String sql, PostgresSession session) {
		return sql.strip().replaceAll("\\s+", " ") + " at " + session.address();
	}

	static Reading.Table table(List<Map<String, String>> rows) {
		return rows.isEmpty() ? new Reading.Table(List.of(), List.of()) : new Reading.Table(
				List.copyOf(rows.getFirst().keySet()), rows.stream().map((row) -> List.copyOf(row.values())).toList());
	}

}
