package io.watchfloor.action.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import io.watchfloor.kernel.Problem;

/**
 * A server of this machine that holds a dump for as long as it is looked at: it listens
 * on the loopback address only, behind a password that nobody knows, and never writes.
 */
final class ScratchRedis implements AutoCloseable {

	private static final Duration LOAD = Duration.ofMinutes(5);

	private final Path folder;

	private final Process server;

	private final RedisURI uri;

	private ScratchRedis(Path folder, Process server, RedisURI uri) {
		this.folder = folder;
		this.server = server;
		this.uri = uri;
	}

	/**
	 * Loads a copy of a dump.
	 * @throws Problem when it is no dump, is broken, or no server can be started here
	 */
	static ScratchRedis load(RdbFile file) {
		try {
			Path folder = Files.createTempDirectory("watchfloor-rdb",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Files.copy(file.path(), folder.resolve("dump.rdb"));
			byte[] random = new byte[24];
			new SecureRandom().nextBytes(random);
			String password = HexFormat.of().formatHex(random);
			int port = port();
			Files.writeString(folder.resolve("conf"), """
					bind 127.0.0.1
					port %d
					requirepass %s
					dir %s
					dbfilename dump.rdb
					save ""
					appendonly no
					daemonize no
					databases 10000
					logfile log
					""".formatted(port, password, folder));
			Process server = new ProcessBuilder("redis-server", folder.resolve("conf").toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			RedisURI uri = RedisURI.builder()
				.withHost("127.0.0.1")
				.withPort(port)
				.withPassword(password.toCharArray())
				.withTimeout(Duration.ofSeconds(10))
				.build();
			ScratchRedis scratch = new ScratchRedis(folder, server, uri);
			scratch.await(file);
			return scratch;
		}
		catch (IOException refused) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"A server that reads the dump cannot be started on this machine: " + refused.getMessage()
							+ ". Install redis-server.",
					refused);
		}
	}

	private static int port() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void await(RdbFile file) throws IOException {
		long end = System.nanoTime() + LOAD.toNanos();
		while (!log().contains("Ready to accept connections")) {
			boolean ended = ended();
			if (ended || System.nanoTime() > end) {
				String said = log().lines()
					.filter((line) -> line.contains("rror") || line.contains("RDB") || line.contains("Wrong"))
					.reduce((_, last) -> last)
					.orElse("it was not loaded within " + LOAD.toMinutes() + " minutes");
				close();
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						file.path() + " is no dump that can be loaded whole: " + said.strip()
								+ ". Take an older one, or look how this one was made.");
			}
		}
	}

	private boolean ended() {
		try {
			return this.server.waitFor(50, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Problem.Category.UNREACHABLE, "Loading the dump was interrupted.", interrupted);
		}
	}

	private String log() throws IOException {
		Path log = this.folder.resolve("log");
		return Files.exists(log) ? Files.readString(log) : "";
	}

	/** A connection to one of its databases. */
	RedisSession session(int database) {
		RedisURI at = RedisURI.builder(this.uri).withDatabase(database).build();
		RedisClient client = RedisClient.create(at);
		return new RedisSession(client, client.connect(ByteArrayCodec.INSTANCE), at, Duration.ofSeconds(10));
	}

	@Override
	public void close() {
		this.server.destroyForcibly();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : List.copyOf(files.toList())) {
				Files.deleteIfExists(file);
			}
			Files.deleteIfExists(this.folder);
		}
		catch (IOException left) {
			// a folder of the system's temporary ones that only we can read
		}
	}

}
