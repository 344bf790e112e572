package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sampled keys that begin alike, up to the first colon.
 *
 * @param persistent how many of them never expire
 */
record KeyPrefix(String prefix, long sampled, long persistent) {

	private static final int SAMPLE = 500;

	/** The prefixes among some hundred keys of the database, most frequent first. */
	static List<KeyPrefix> sample(RedisSession session) {
		List<KeyText> keys = new ArrayList<>();
		session.scan(KeyText.literal("*"), (page) -> {
			page.stream().limit(SAMPLE - keys.size()).map(KeyText::of).forEach(keys::add);
			return keys.size() < SAMPLE;
		});
		Map<String, KeyPrefix> prefixes = new TreeMap<>();
		KeyState.of(session, keys)
			.forEach((state) -> prefixes.merge(prefix(state.key()),
					new KeyPrefix(prefix(state.key()), 1, state.persistent() ? 1 : 0), KeyPrefix::plus));
		return prefixes.values().stream().sorted(Comparator.comparingLong(KeyPrefix::sampled).reversed()).toList();
	}

	private static String prefix(KeyText key) {
		String spelling = key.spelling();
		int colon = spelling.indexOf(':');
		return (colon > 0) ? spelling.substring(0, colon + 1) + "*" : "(no prefix)";
	}

	private KeyPrefix plus(KeyPrefix other) {
		return new KeyPrefix(this.prefix, this.sampled + other.sampled, this.persistent + other.persistent);
	}

	/** Keys that never expire are seldom cache. */
	boolean suspicious() {
		return this.persistent > 0;
	}

	String words(long all) {
		return this.prefix + " " + Counts.share(this.sampled, all) + " of the sample";
	}

}
