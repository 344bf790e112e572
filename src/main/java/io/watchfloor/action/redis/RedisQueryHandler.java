package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Shows the answer as redis-cli does into a pipe: one element a line. */
@Component
class RedisQueryHandler extends SessionRead<RedisQuery, RedisSession> {

	private static final int MOST = 5_000;

	RedisQueryHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<RedisQuery> type() {
		return new ActionType<>("redis.query", RedisQuery.class, RedisTargets.KIND);
	}

	@Override
	protected Reading read(RedisQuery action, RedisSession session, Instant at) {
		List<String> lines = session.send(action.words());
		String source = session.source(Words.line(action.words()));
		String text = String.join("\n", (lines.size() > MOST) ? lines.subList(0, MOST) : lines);
		if (lines.size() != 1) {
			return new Reading(true,
					(lines.size() > MOST) ? "More than " + Counts.number(MOST) + " elements; the first are shown"
							: lines.isEmpty() ? "nothing" : Counts.number(lines.size()) + " elements",
					null, null, null, text, source, at);
		}
		String only = lines.getFirst();
		if (only.isEmpty()) {
			return new Reading(false, "There is no such key or value", null, null, null, null, source, at);
		}
		Double value = only.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? Double.valueOf(only) : null;
		return new Reading(true, (only.length() > 120 || only.contains("\n")) ? "1 answer" : only, value, null, null,
				text, source, at);
	}

}
