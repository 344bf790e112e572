package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a walk over the whole keyspace found.
 *
 * @param matching how many keys match, each counted once
 * @param digest over their names
 * @param samples some of them, spelt for people
 */
record KeyCount(long matching, String digest, List<String> samples) {

	private static final int SAMPLES = 20;

	static KeyCount of(RedisSession session, KeyText pattern) {
		KeyDigest digest = new KeyDigest();
		List<String> samples = new ArrayList<>();
		session.scan(pattern, (keys) -> {
			for (byte[] key : keys) {
				if (digest.add(key) && samples.size() < SAMPLES) {
					samples.add(KeyText.of(key).spelling());
				}
			}
			return true;
		});
		return new KeyCount(digest.count(), digest.text(), List.copyOf(samples));
	}

	SortedMap<String, String> markers() {
		return new TreeMap<>(Map.of("keys", Long.toString(this.matching), "digest", this.digest));
	}

}
