package io.watchfloor.sandbox.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The keys that a system's Redis holds when all is well; the same ones every time. */
public final class SampleKeys {

	private static final long SEED = 20251001L;

	private static final int SESSIONS = 700;

	private static final int RATE_LIMITS = 280;

	private final SampleSystem system;

	private final List<String> entities;

	/** As many as there are entities, and these are in the database. */
	public SampleKeys(SampleSystem system, List<String> entities) {
		this.system = system;
		this.entities = List.copyOf(entities);
	}

	/** The values that the application works out and caches. */
	public Map<String, String> cached(Instant computedAt) {
		Random random = new Random(SEED);
		Map<String, String> keys = new LinkedHashMap<>();
		for (String entity : this.entities) {
			Instant at = computedAt.minus(Duration.ofSeconds(random.nextInt(3_600)));
			keys.put(this.system.cachePrefix() + entity, new CachedValue(random.nextInt(101), at).json());
		}
		return keys;
	}

	/**
	 * The same keys, and as many again of entities that are gone, all far too old.
	 */
	public Map<String, String> stale(Instant now) {
		Map<String, String> keys = new LinkedHashMap<>();
		Instant longAgo = now.minus(CachedValue.STALE_AFTER.multipliedBy(9));
		for (int index = 0; index < this.entities.size(); index++) {
			String value = new CachedValue(index % 101, longAgo.minusSeconds(index)).json();
			keys.put(this.system.cachePrefix() + this.entities.get(index), value);
			keys.put(this.system.cachePrefix() + "gone_" + index, value);
		}
		return keys;
	}

	/** Everything else: nobody's business when cached values are cleared. */
	public Map<String, String> others() {
		Random random = new Random(SEED + 1);
		Map<String, String> keys = new LinkedHashMap<>();
		this.entities.forEach((entity) -> keys.put("customer:" + entity, "{\"plan\":\"team\"}"));
		for (int index = 0; index < SESSIONS; index++) {
			keys.put("session:" + Long.toHexString(random.nextLong()), "{\"person\":" + random.nextInt(500) + "}");
		}
		for (int index = 0; index < RATE_LIMITS; index++) {
			keys.put("ratelimit:10.0." + index / 250 + "." + index % 250, Integer.toString(random.nextInt(60)));
		}
		hostileNames().forEach((name) -> keys.put(name, "1"));
		return keys;
	}

	/** Names that break tools which put keys on a command line. */
	public List<String> hostileNames() {
		return List.of("session:with space", "session:\"quoted\"", "session:'single'", "session:line\nbreak",
				"session:nul\0inside", "session:star*", "session:question?", "session:[class]", "session:back\\slash",
				"session:$(reboot)", "session:; rm -rf ~", "session:-n", "--pattern", "-1", "customer:größe",
				"customer:\t", " ", "health_score", "xhealth_score:cs_123456_acme", "product");
	}

}
