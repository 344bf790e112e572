package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

@Component
class DatabaseSizeHandler extends SessionRead<DatabaseSize, RedisSession> {

	DatabaseSizeHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<DatabaseSize> type() {
		return new ActionType<>("redis.count-all-keys", DatabaseSize.class, "redis");
	}

	@Override
	protected Reading read(DatabaseSize action, RedisSession session, Instant at) {
		long size = session.size();
		return new Reading(true, Counts.keys(size), (double) size, "keys", null, null, session.source("DBSIZE"), at);
	}

}
