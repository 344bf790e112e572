package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.Action;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;

/** The frame of a read: one connection, opened and closed. */
abstract class RedisRead<A extends Action> implements ReadHandler<A> {

	private final RedisServers servers;

	private final Clock clock;

	RedisRead(RedisServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public final Reading read(A action, Target target, RunContext context) {
		try (RedisSession session = this.servers.open(target)) {
			return read(action, session, this.clock.instant());
		}
	}

	/** Reads over an open connection. */
	abstract Reading read(A action, RedisSession session, Instant at);

	/** What was asked, and of whom. */
	static String source(String command, RedisSession session) {
		return command + " at " + session.address() + "/" + session.database();
	}

}
