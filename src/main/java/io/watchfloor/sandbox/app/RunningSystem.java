package io.watchfloor.sandbox.app;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

import io.lettuce.core.resource.ClientResources;
import io.watchfloor.sandbox.sample.SampleDatabase;
import io.watchfloor.sandbox.sample.SampleKeys;
import io.watchfloor.sandbox.sample.SampleSystem;
import io.watchfloor.sandbox.server.LocalSecret;
import io.watchfloor.sandbox.server.Ports;
import io.watchfloor.sandbox.server.PostgresServer;
import io.watchfloor.sandbox.server.RedisServer;

/** One system of the sandbox with everything that belongs to it, running. */
public final class RunningSystem implements AutoCloseable {

	private final SampleSystem system;

	private final PostgresServer postgres;

	private final RedisServer redis;

	private final LocalSecret password;

	private final SampleDatabase sampleDatabase;

	private final AppDatabase database;

	private final AppCache cache;

	private final SampleKeys keys;

	private final Refill refill;

	private final Health health;

	private final DiskArea disk;

	private final AppMetrics metrics;

	private final Disturbance disturbance = new Disturbance();

	private final SampleApp app;

	private final Traffic traffic;

	/**
	 * Makes the sample data where they are missing, and starts the application.
	 * @param folder the system's own folder
	 * @param shared what all systems use
	 * @param redis the system's Redis, running
	 */
	public RunningSystem(SampleSystem system, Path folder, Shared shared, RedisServer redis) {
		Clock clock = shared.clock();
		this.system = system;
		this.postgres = shared.postgres();
		this.redis = redis;
		this.password = LocalSecret.in(folder.resolve("postgres.secret"));
		this.sampleDatabase = new SampleDatabase(this.postgres, system, this.password);
		this.sampleDatabase.prepare();
		this.database = new AppDatabase(this.postgres, system, this.password);
		this.cache = new AppCache(shared.clientResources(), redis.url(), redis.password());
		List<String> entities = entities();
		this.keys = new SampleKeys(system, entities);
		this.refill = new Refill(this.cache, this.keys, clock, shared.refillAfter());
		this.refill.startAfresh();
		this.disk = new DiskArea(folder.resolve("disk"));
		this.metrics = new AppMetrics(system);
		this.health = new Health(system, this.database, this.cache, this.disk, this.metrics, clock);
		ToolCalls tools = new ToolCalls(system, this.database, this.cache, this.disturbance, this.refill, clock,
				entities);
		Pages pages = new Pages(system, this.health, () -> this.metrics.text(this.database.active(), this.disk),
				this.metrics, clock);
		this.app = new SampleApp(Ports.choose(folder.resolve("port")), pages, tools, this.metrics, this.disturbance);
		this.app.listen();
		this.traffic = new Traffic(shared.schedule(), shared.httpClient(), this.app, this.refill);
	}

	private List<String> entities() {
		try {
			return this.database.cachedKeys();
		}
		catch (SQLException failure) {
			throw new IllegalStateException("The sandbox cannot read " + this.system.database(), failure);
		}
	}

	/** Throws the sample data away, the database's and Redis', and makes them anew. */
	public void resetSampleData() {
		this.sampleDatabase.reset();
		this.database.forgetIdle();
		this.refill.startAfresh();
	}

	/**
	 * Ends the application and starts it anew: what ailed the old process ends with it.
	 */
	public void restartApplication() {
		this.app.fallSilent();
		this.disturbance.failShare(0);
		this.disturbance.holdBack(Duration.ZERO);
		this.metrics.recent().forget();
		this.app.listen();
	}

	/** Brings Redis back after it was stopped, with its sample keys. */
	public void restartRedis() {
		this.redis.start();
		this.refill.startAfresh();
	}

	/** Which system it is. */
	public SampleSystem system() {
		return this.system;
	}

	/** The address of its database. */
	public String databaseUrl() {
		return this.postgres.url(this.system.database());
	}

	/** The owner's password. */
	public LocalSecret password() {
		return this.password;
	}

	/** Its database as the application sees it. */
	public AppDatabase database() {
		return this.database;
	}

	/** Its connections, watched from outside. */
	public Backends backends() {
		return new Backends(this.postgres);
	}

	/** Its Redis as the application sees it. */
	public AppCache cache() {
		return this.cache;
	}

	/** Its sample keys. */
	public SampleKeys keys() {
		return this.keys;
	}

	/** Its Redis process. */
	public RedisServer redis() {
		return this.redis;
	}

	/** What it depends on, checked. */
	public Health health() {
		return this.health;
	}

	/** Its disk. */
	public DiskArea disk() {
		return this.disk;
	}

	/** What faults make of its answers. */
	public Disturbance disturbance() {
		return this.disturbance;
	}

	/** Its web server. */
	public SampleApp app() {
		return this.app;
	}

	@Override
	public void close() {
		this.traffic.close();
		this.app.close();
		this.cache.close();
		this.database.close();
		this.redis.close();
	}

	/**
	 * What all systems of the sandbox use.
	 *
	 * @param postgres the one server, with a database for each system
	 * @param clientResources Redis clients' threads
	 * @param httpClient the traffic's client
	 * @param clock the clock
	 * @param refillAfter how long after a gap was noticed the cache is filled again
	 * @param schedule does what is done again and again
	 */
	public record Shared(PostgresServer postgres, ClientResources clientResources, HttpClient httpClient, Clock clock,
			Duration refillAfter, ScheduledExecutorService schedule) {
	}

}
