package io.watchfloor.action.redis;

import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Action;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;

/** A real redis-server in a folder of its own, gone when closed. */
public class LiveRedis implements AutoCloseable {

	private final int port;

	private final Process server;

	private final RedisClient client;

	private final StatefulRedisConnection<byte[], byte[]> connection;

	final RedisServers servers = new RedisServers(new NoSecrets());

	/** Starts a server with further options of redis-server. */
	public LiveRedis(String... options) throws IOException {
		this.port = freePort();
		Path folder = Files.createTempDirectory("action-redis");
		List<String> command = new ArrayList<>(List.of("redis-server", "--port", "" + this.port, "--save", "", "--bind",
				"127.0.0.1", "--dir", folder.toString()));
		command.addAll(List.of(options));
		this.server = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		awaitListening(folder.resolve("log"));
		int password = List.of(options).indexOf("--requirepass");
		this.client = RedisClient
			.create("redis://" + ((password >= 0) ? ":" + options[password + 1] + "@" : "") + "127.0.0.1:" + this.port);
		this.connection = this.client.connect(ByteArrayCodec.INSTANCE);
	}

	private void awaitListening(Path log) throws IOException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (!Files.readString(log).contains("Ready to accept connections")) {
			if (System.nanoTime() > end || !this.server.isAlive()) {
				throw new IOException("redis-server did not start: " + Files.readString(log));
			}
			Thread.onSpinWait();
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** What the connector can do with it. */
	public List<ActionHandler<?>> handlers() {
		return RedisReadTests.handlers(this.servers);
	}

	/** Sets a key. */
	public static Action set(String key, String value) {
		return new RedisWrite(List.of(KeyText.literal("SET"), KeyText.literal(key), KeyText.literal(value)));
	}

	/** The port it listens on. */
	public int port() {
		return this.port;
	}

	/** Commands over a connection of the test's own. */
	public RedisCommands<byte[], byte[]> commands() {
		return this.connection.sync();
	}

	/** Sets keys to a value. */
	public void fill(String prefix, int count) {
		this.connection.setAutoFlushCommands(false);
		List<RedisFuture<String>> answers = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			answers.add(this.connection.async()
				.set((prefix + number).getBytes(StandardCharsets.UTF_8), new byte[] { 'v' }));
			if (number % 10_000 == 9_999) {
				this.connection.flushCommands();
				settle(answers);
			}
		}
		this.connection.flushCommands();
		settle(answers);
		this.connection.setAutoFlushCommands(true);
	}

	private static void settle(List<RedisFuture<String>> answers) {
		answers.forEach((answer) -> answer.toCompletableFuture().join());
		answers.clear();
	}

	/** This server as a target. */
	public Target target() {
		return Targets.target("cache", "redis", Map.of("url", "redis://127.0.0.1:" + this.port + "/0"), "$REDIS_URL");
	}

	/** Takes the server away without a goodbye. */
	public void kill() {
		this.server.destroyForcibly();
		this.server.onExit().join();
	}

	@Override
	public void close() {
		this.connection.close();
		this.client.shutdown(0, 1, TimeUnit.SECONDS);
		this.servers.destroy();
		kill();
	}

}
