package io.watchfloor.sandbox.fault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.lettuce.core.RedisException;
import io.watchfloor.sandbox.app.RunningSystem;

/** Cached entries that are days old and that the application never replaces. */
final class StaleKeys implements Fault {

	private final RunningSystem system;

	private final Clock clock;

	StaleKeys(RunningSystem system, Clock clock) {
		this.system = system;
		this.clock = clock;
	}

	@Override
	public FaultKind kind() {
		return FaultKind.REDIS_KEYS_STALE;
	}

	@Override
	public void inject() {
		Map<String, String> stale = this.system.keys().stale(this.clock.instant());
		this.system.cache().put(stale);
		// Everybody looks once and finds nothing usable: Redis' own hit rate falls too.
		this.system.cache().getEach(stale.keySet().stream().map((key) -> "computing:" + key).toList());
	}

	@Override
	public void clear() {
		List<String> doomed = new ArrayList<>();
		this.system.cache().scan(this.system.system().cachePrefix(), (values) -> doomed.addAll(values.keySet()));
		this.system.cache().remove(doomed);
		this.system.cache().putAbsent(this.system.keys().cached(this.clock.instant()));
	}

	@Override
	public boolean active() {
		try {
			return this.system.health().stale();
		}
		catch (RedisException stopped) {
			return false;
		}
	}

}
