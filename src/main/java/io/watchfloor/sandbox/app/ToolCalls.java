package io.watchfloor.sandbox.app;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

import io.lettuce.core.RedisException;
import io.watchfloor.sandbox.app.AppMetrics.Lookup;
import io.watchfloor.sandbox.sample.CachedValue;
import io.watchfloor.sandbox.sample.SampleSystem;

/**
 * The application's work: look a few values up in the cache, and ask the database for
 * what the cache does not have.
 */
final class ToolCalls {

	private static final int VALUES_PER_CALL = 5;

	private final SampleSystem system;

	private final AppDatabase database;

	private final AppCache cache;

	private final Disturbance disturbance;

	private final Refill refill;

	private final Clock clock;

	private final List<String> entities;

	ToolCalls(SampleSystem system, AppDatabase database, AppCache cache, Disturbance disturbance, Refill refill,
			Clock clock, List<String> entities) {
		this.system = system;
		this.database = database;
		this.cache = cache;
		this.disturbance = disturbance;
		this.refill = refill;
		this.clock = clock;
		this.entities = List.copyOf(entities);
	}

	/** Does one call and counts it. */
	Answer call(String tool, AppMetrics metrics) {
		Instant start = this.clock.instant();
		Answer answer = work(metrics);
		metrics.call(tool, answer.status(), answer.trouble(), Duration.between(start, this.clock.instant()));
		return answer;
	}

	private Answer work(AppMetrics metrics) {
		this.disturbance.hold();
		ThreadLocalRandom random = ThreadLocalRandom.current();
		if (random.nextDouble() < this.disturbance.errorShare()) {
			return new Answer(500, "injected");
		}
		try {
			for (int index = 0; index < VALUES_PER_CALL; index++) {
				value(this.entities.get(random.nextInt(this.entities.size())), metrics);
			}
			if (random.nextInt(VALUES_PER_CALL) == 0) {
				this.database.touch(this.entities.get(random.nextInt(this.entities.size())));
			}
			return new Answer(200, "");
		}
		catch (SQLException failure) {
			return new Answer(503, "database");
		}
	}

	private OptionalInt value(String entity, AppMetrics metrics) throws SQLException {
		Lookup lookup = Lookup.ERROR;
		try {
			Optional<CachedValue> cached = this.cache.get(this.system.cachePrefix() + entity)
				.flatMap(CachedValue::parse);
			Optional<CachedValue> usable = cached.filter((value) -> !value.stale(this.clock.instant()));
			lookup = usable.isPresent() ? Lookup.HIT : Lookup.MISS;
			if (usable.isPresent()) {
				return OptionalInt.of(usable.get().value());
			}
			if (cached.isEmpty()) {
				this.refill.notice();
			}
			// Before it computes, it looks whether somebody else already does.
			this.cache.get("computing:" + this.system.cachePrefix() + entity);
		}
		catch (RedisException noCache) {
			lookup = Lookup.ERROR;
		}
		finally {
			metrics.lookedUp(lookup);
		}
		return this.database.value(entity);
	}

	/**
	 * What a call came to.
	 *
	 * @param status the HTTP status
	 * @param trouble what went wrong, in one word; empty when nothing did
	 */
	record Answer(int status, String trouble) {
	}

}
