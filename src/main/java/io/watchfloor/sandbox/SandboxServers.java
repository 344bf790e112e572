package io.watchfloor.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.sample.SampleSystem;
import io.watchfloor.sandbox.server.PostgresServer;
import io.watchfloor.sandbox.server.RedisProgram;
import io.watchfloor.sandbox.server.RedisServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops all processes of the sandbox, each as soon as it can. */
final class SandboxServers implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SandboxServers.class);

	private final Executor background = (task) -> Thread.ofVirtual().name("sandbox-start").start(task);

	private final Map<SampleSystem, Installation> installations = new EnumMap<>(SampleSystem.class);

	private final ClientResources clientResources = DefaultClientResources.builder()
		.ioThreadPoolSize(2)
		.computationThreadPoolSize(2)
		.build();

	private final HttpClient httpClient = HttpClient.newBuilder().executor(this.background).build();

	/** Also those of systems that failed to start afterwards. */
	private final Queue<RedisServer> redisServers = new ConcurrentLinkedQueue<>();

	private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(2,
			Thread.ofVirtual().name("sandbox-schedule-", 0).factory());

	private final Path folder;

	private final Clock clock;

	private final Duration refillAfter;

	private @Nullable CompletableFuture<PostgresServer> postgres;

	SandboxServers(Path folder, Clock clock, Duration refillAfter) {
		this.folder = folder.toAbsolutePath().normalize();
		this.clock = clock;
		this.refillAfter = refillAfter;
		for (SampleSystem system : SampleSystem.values()) {
			this.installations.put(system, new Installation(system));
		}
	}

	/**
	 * Starts everything in the background.
	 * @param whenReady told of each system that is ready
	 * @return done when all have started or failed
	 */
	CompletableFuture<Void> start(Listener whenReady) {
		CompletableFuture<PostgresServer> server = CompletableFuture
			.supplyAsync(() -> PostgresServer.start(this.folder.resolve("postgres")), this.background);
		this.postgres = server;
		CompletableFuture<?>[] starts = installations().stream()
			.map((installation) -> start(installation, server, whenReady))
			.toArray(CompletableFuture<?>[]::new);
		return CompletableFuture.allOf(starts);
	}

	private CompletableFuture<?> start(Installation installation, CompletableFuture<PostgresServer> server,
			Listener whenReady) {
		installation.starting();
		Path own = this.folder.resolve(installation.system().id().value());
		return CompletableFuture.supplyAsync(() -> startRedis(own), this.background)
			.thenCombineAsync(server, (redis, database) -> run(installation.system(), own, redis, database),
					this.background)
			.thenAccept((running) -> {
				installation.ready(running);
				whenReady.ready(running);
			})
			.exceptionally((failure) -> {
				log.warn("The sandbox of {} did not start", installation.system().label(), failure);
				installation.failed("It did not start: " + rootMessage(failure) + ". See the logs in " + this.folder
						+ ", then restart Watchfloor.");
				return null;
			});
	}

	private RedisServer startRedis(Path own) {
		RedisServer redis = RedisServer.start(RedisProgram.find(this.folder.resolve("redis-program")),
				own.resolve("redis"));
		this.redisServers.add(redis);
		return redis;
	}

	private Running run(SampleSystem system, Path own, RedisServer redis, PostgresServer database) {
		RunningSystem.Shared shared = new RunningSystem.Shared(database, this.clientResources, this.httpClient,
				this.clock, this.refillAfter, this.schedule);
		return Running.start(new RunningSystem(system, own, shared, redis), own, this.clock);
	}

	private static String rootMessage(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage());
	}

	/** Does something again and again until everything stops. */
	void every(Duration period, Runnable task) {
		var _ = this.schedule.scheduleWithFixedDelay(task, 0, period.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** All systems. */
	List<Installation> installations() {
		return List.copyOf(this.installations.values());
	}

	@Override
	public void close() {
		this.schedule.shutdownNow();
		installations().forEach(Installation::stop);
		this.redisServers.forEach(RedisServer::close);
		this.httpClient.shutdownNow();
		this.clientResources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
		CompletableFuture<PostgresServer> server = this.postgres;
		if (server != null) {
			server.thenAccept(SandboxServers::close).exceptionally((neverStarted) -> null).join();
		}
	}

	private static void close(PostgresServer server) {
		try {
			server.close();
		}
		catch (IOException failure) {
			log.warn("The sandbox's PostgreSQL did not stop: {}", failure.getMessage());
		}
	}

	/** Hears of systems that are ready. */
	interface Listener {

		void ready(Running system);

	}

}
