package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Walks the keyspace for a bounded time; a walk cut short has no figure. */
@Component
class ScanKeysHandler extends SessionRead<ScanKeys, RedisSession> {

	private static final Duration MOST = Duration.ofSeconds(10);

	private static final int SHOWN = 100;

	ScanKeysHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ScanKeys> type() {
		return new ActionType<>("redis.scan-keys", ScanKeys.class, "redis");
	}

	@Override
	protected Reading read(ScanKeys action, RedisSession session, Instant at) {
		long end = System.nanoTime() + MOST.toNanos();
		KeyDigest digest = new KeyDigest();
		List<String> shown = new ArrayList<>();
		boolean whole = session.scan(action.pattern(), (keys) -> {
			for (byte[] key : keys) {
				if (digest.add(key) && shown.size() < SHOWN) {
					shown.add(KeyText.of(key).spelling());
				}
			}
			return System.nanoTime() < end;
		});
		String summary = Counts.keys(digest.count()) + " match " + action.pattern();
		Reading.Table table = new Reading.Table(List.of("key"), shown.stream().map(List::of).toList());
		return new Reading(whole, whole ? summary : "At least " + summary + "; the walk took too long",
				whole ? (double) digest.count() : null, whole ? "keys" : null, table, String.join("\n", shown),
				session.source("SCAN MATCH " + action.pattern()), at);
	}

}
