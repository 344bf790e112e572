package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.RedisFuture;

/**
 * What is known of one key.
 *
 * @param type {@code string}, {@code hash} …, {@code none} when it does not exist
 * @param seconds until it expires; -1 when it never does
 */
record KeyState(KeyText key, String type, long seconds) {

	/** Looks at keys in one round trip. */
	static List<KeyState> of(RedisSession session, List<KeyText> keys) {
		List<RedisFuture<String>> types = new ArrayList<>();
		List<RedisFuture<Long>> expiries = new ArrayList<>();
		keys.forEach((key) -> {
			types.add(session.commands().type(key.bytes()));
			expiries.add(session.commands().ttl(key.bytes()));
		});
		List<KeyState> states = new ArrayList<>();
		for (int number = 0; number < keys.size(); number++) {
			states.add(new KeyState(keys.get(number), session.await(types.get(number)),
					session.await(expiries.get(number))));
		}
		return states;
	}

	boolean exists() {
		return !this.type.equals("none");
	}

	/** Whether it stays until somebody deletes it, as a cache's keys seldom do. */
	boolean persistent() {
		return exists() && this.seconds == -1;
	}

	/** What a plan depends on: the remaining time runs down and is not part of it. */
	String marker() {
		return persistent() ? this.type + ", no expiry" : this.type;
	}

	String words() {
		if (!exists()) {
			return "does not exist";
		}
		return persistent() ? this.type + ", never expires" : this.type + ", expires in " + this.seconds + " s";
	}

}
