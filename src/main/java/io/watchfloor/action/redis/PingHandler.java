package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** The answer must be PONG; that the command came back is not enough. */
@Component("redisPing")
class PingHandler extends SessionRead<Ping, RedisSession> {

	PingHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Ping> type() {
		return new ActionType<>("redis.ping", Ping.class, "redis");
	}

	@Override
	protected Reading read(Ping action, RedisSession session, Instant at) {
		String source = session.source("PING");
		long start = System.nanoTime();
		String answer = session.ping();
		double millis = (System.nanoTime() - start) / 1e6;
		if (!answer.equals("PONG")) {
			return Reading.unknown("Redis answered '" + answer + "' instead of PONG", source, at);
		}
		return new Reading(true, "PONG in %.1f ms".formatted(millis), millis, "ms", null, answer, source, at);
	}

}
