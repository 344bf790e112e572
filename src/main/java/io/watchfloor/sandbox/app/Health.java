package io.watchfloor.sandbox.app;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.lettuce.core.RedisException;
import io.watchfloor.sandbox.sample.CachedValue;
import io.watchfloor.sandbox.sample.SampleSystem;

/** Asks what the application depends on, each time anew and with short patience. */
public final class Health {

	private final SampleSystem system;

	private final AppDatabase database;

	private final AppCache cache;

	private final DiskArea disk;

	private final RecentCalls calls;

	private final Clock clock;

	public Health(SampleSystem system, AppDatabase database, AppCache cache, DiskArea disk, AppMetrics metrics,
			Clock clock) {
		this.system = system;
		this.database = database;
		this.cache = cache;
		this.disk = disk;
		this.calls = metrics.recent();
		this.clock = clock;
	}

	/** Checks everything. */
	public List<Part> check() {
		return List.of(checkDatabase(), checkCache(), checkDisk(), this.calls.check());
	}

	private Part checkDatabase() {
		try {
			this.database.ping();
			return new Part("database", State.HEALTHY, "");
		}
		catch (SQLException failure) {
			return new Part("database", State.UNHEALTHY, "database does not answer: " + failure.getMessage());
		}
	}

	private Part checkCache() {
		try {
			this.cache.ping();
			return stale() ? new Part("cache", State.DEGRADED, "stale " + this.system.cachedThings())
					: new Part("cache", State.HEALTHY, "");
		}
		catch (RedisException failure) {
			return new Part("cache", State.DEGRADED, "cache does not answer");
		}
	}

	private Part checkDisk() {
		return this.disk.nearlyFull() ? new Part("disk", State.DEGRADED, "less than 10 % of the disk is free")
				: new Part("disk", State.HEALTHY, "");
	}

	/** Whether any cached value is too old to be used. */
	public boolean stale() {
		boolean[] found = { false };
		this.cache.scan(this.system.cachePrefix(), (values) -> {
			found[0] = values.values().stream().anyMatch(this::tooOld);
			return !found[0];
		});
		return found[0];
	}

	private boolean tooOld(String json) {
		return CachedValue.parse(json).filter((value) -> value.stale(this.clock.instant())).isPresent();
	}

	/** How one part is. */
	public enum State {

		/** As it should be. */
		HEALTHY,
		/** The application works, but not well. */
		DEGRADED,
		/** The application does not work. */
		UNHEALTHY;

		/** The word in answers. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static State worst(List<Part> parts) {
			return parts.stream().map(Part::state).max(Comparator.naturalOrder()).orElse(HEALTHY);
		}

	}

	/**
	 * One thing that the application depends on.
	 *
	 * @param name its name in answers
	 * @param state how it is
	 * @param reason why it is not healthy; empty when it is
	 */
	public record Part(String name, State state, String reason) {
	}

}
