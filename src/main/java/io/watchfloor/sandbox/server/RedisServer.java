package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One Redis process with a password. It keeps nothing on disk: its keys are samples,
 * written anew after every start.
 */
public final class RedisServer implements AutoCloseable {

	private static final int ATTEMPTS = 200;

	private static final Duration PAUSE = Duration.ofMillis(25);

	private final Path program;

	private final Path folder;

	private final int port;

	private final LocalSecret password;

	private @Nullable Process process;

	private RedisServer(Path program, Path folder, int port) {
		this.program = program;
		this.folder = folder;
		this.port = port;
		this.password = LocalSecret.in(folder.resolve("redis.secret"));
	}

	/**
	 * Starts a server and waits until it answers.
	 * @param program the executable
	 * @param folder its working folder, with its log and its process id
	 */
	public static RedisServer start(Path program, Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot write " + folder, failure);
		}
		Path absolute = folder.toAbsolutePath().normalize();
		// Some distributions link redis-server to another redis- program.
		Orphans.end(absolute.resolve("redis.pid"), absolute, "redis-");
		RedisServer server = new RedisServer(program, absolute, Ports.choose(absolute.resolve("port")));
		server.start();
		return server;
	}

	/** Starts the process unless it runs. */
	public synchronized void start() {
		if (running()) {
			return;
		}
		try {
			writeSettings();
			Process started = new ProcessBuilder(commandLine()).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(Redirect.appendTo(this.folder.resolve("log").toFile()))
				.start();
			this.process = started;
			Files.writeString(this.folder.resolve("redis.pid"), Long.toString(started.pid()));
			awaitAnswer(started);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox's Redis did not start. See " + this.folder.resolve("log"),
					failure);
		}
	}

	private List<String> commandLine() {
		return List.of(this.program.toString(), settings().toString(), "--port", Integer.toString(this.port), "--bind",
				"127.0.0.1", "--dir", this.folder.toString(), "--save", "", "--appendonly", "no", "--maxmemory", "64mb",
				"--set-proc-title", "no");
	}

	private Path settings() {
		return this.folder.resolve("redis.conf");
	}

	// In a file that only we can read: everybody on the machine sees a process' arguments
	private void writeSettings() throws IOException {
		if (!Files.exists(settings())) {
			Files.createFile(settings(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		Files.writeString(settings(), "requirepass " + this.password.value() + "\n");
	}

	private void awaitAnswer(Process started) throws IOException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (answers()) {
				return;
			}
			if (endsMeanwhile(started)) {
				throw new IOException("it ended with status " + started.exitValue());
			}
		}
		throw new IOException("no answer at port " + this.port);
	}

	private static boolean endsMeanwhile(Process started) throws IOException {
		try {
			return started.waitFor(PAUSE);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while waiting", interrupted);
		}
	}

	/** Whether it answers a PING within half a second. */
	public boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 500);
			socket.setSoTimeout(500);
			String question = "AUTH " + this.password.value() + "\r\nPING\r\n";
			socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes(10), StandardCharsets.US_ASCII).equals("+OK\r\n+PONG");
		}
		catch (IOException silent) {
			return false;
		}
	}

	/** Whether the process lives. */
	public synchronized boolean running() {
		return this.process != null && this.process.isAlive();
	}

	/** The server's address. */
	public String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	/** What it wants of whoever connects. */
	public LocalSecret password() {
		return this.password;
	}

	/**
	 * Ends the process; {@link #start()} brings it back at the same port, without keys.
	 */
	public synchronized void stop() {
		Process running = this.process;
		if (running == null) {
			return;
		}
		running.destroy();
		try {
			if (!running.waitFor(3, TimeUnit.SECONDS)) {
				running.destroyForcibly().waitFor();
			}
			Files.deleteIfExists(this.folder.resolve("redis.pid"));
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (IOException leftBehind) {
			// The next start looks at the file, finds no such process, and removes it.
		}
		this.process = null;
	}

	@Override
	public void close() {
		stop();
	}

}
