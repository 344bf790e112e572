package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** The answer must be PONG; that the command came back is not enough. */
@Component("redisPing")
class PingHandler implements ReadHandler<Ping> {

	private final RedisServers servers;

	private final Clock clock;

	PingHandler(RedisServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<Ping> type() {
		return new ActionType<>("redis.ping", Ping.class, "redis");
	}

	@Override
	public Reading read(Ping action, Target target, RunContext context) {
		try (RedisSession session = this.servers.open(target)) {
			String source = "PING at " + session.address();
			long start = System.nanoTime();
			String answer = session.ping();
			double millis = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
			if (!answer.equals("PONG")) {
				return Reading.unknown("Redis answered '" + answer + "' instead of PONG", source, this.clock.instant());
			}
			return new Reading(true, "PONG in %.1f ms".formatted(millis), millis, "ms", null, answer, source,
					this.clock.instant());
		}
	}

}
