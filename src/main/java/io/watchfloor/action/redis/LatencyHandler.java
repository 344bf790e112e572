package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.LongSummaryStatistics;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** PING after PING for a bounded time, where redis-cli goes on until it is stopped. */
@Component
class LatencyHandler extends SessionRead<Latency, RedisSession> {

	private static final Duration LENGTH = Duration.ofSeconds(2);

	private static final int MOST = 2_000;

	LatencyHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Latency> type() {
		return new ActionType<>("redis.latency", Latency.class, RedisTargets.KIND);
	}

	@Override
	protected Reading read(Latency action, RedisSession session, Instant at) {
		LongSummaryStatistics nanos = new LongSummaryStatistics();
		long end = System.nanoTime() + LENGTH.toNanos();
		while (System.nanoTime() < end && nanos.getCount() < MOST) {
			long start = System.nanoTime();
			session.ping();
			nanos.accept(System.nanoTime() - start);
		}
		String text = String.format(Locale.ROOT, "min: %.2f, max: %.2f, avg: %.2f (%d samples)", nanos.getMin() / 1e6,
				nanos.getMax() / 1e6, nanos.getAverage() / 1e6, nanos.getCount());
		return new Reading(true, text, nanos.getAverage() / 1e6, "ms", null, text, session.source("PING"), at);
	}

}
