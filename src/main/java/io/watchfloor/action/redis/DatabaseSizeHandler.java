package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;

@Component
class DatabaseSizeHandler extends RedisRead<DatabaseSize> {

	DatabaseSizeHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<DatabaseSize> type() {
		return new ActionType<>("redis.count-all-keys", DatabaseSize.class, "redis");
	}

	@Override
	Reading read(DatabaseSize action, RedisSession session, Instant at) {
		long size = session.size();
		return new Reading(true, Counts.keys(size), (double) size, "keys", null, null, source("DBSIZE", session), at);
	}

}
