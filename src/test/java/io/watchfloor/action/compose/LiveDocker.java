package io.watchfloor.action.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;
import io.watchfloor.testing.RealServers;
import org.opentest4j.TestAbortedException;

/**
 * A Docker engine of this test process with one small image in it: busybox. It needs root
 * and a kernel that lets it; without them the tests that want it are skipped by name.
 */
final class LiveDocker {

	static final String IMAGE = "watchfloor-test:1";

	private static final Object LOCK = new Object();

	private static LiveDocker running;

	private static String trouble;

	private final Path folder;

	private LiveDocker(Path folder) {
		this.folder = folder;
	}

	/** The engine, started with the first who asks. */
	static LiveDocker start() {
		synchronized (LOCK) {
			if (running == null && trouble == null) {
				begin();
			}
			if (trouble != null) {
				throw new TestAbortedException("needs a Docker engine, and none starts here: " + trouble);
			}
			return running;
		}
	}

	private static void begin() {
		Path dockerd = RealServers.optional("dockerd", "docker.io");
		Path busybox = RealServers.optional("busybox", "busybox-static");
		try {
			Path folder = Files.createTempDirectory("watchfloor-docker");
			Path log = folder.resolve("log");
			Process engine = new ProcessBuilder(dockerd.toString(), "--host", "unix://" + folder.resolve("socket"),
					"--data-root", folder.resolve("data").toString(), "--exec-root", folder.resolve("exec").toString(),
					"--pidfile", folder.resolve("pid").toString(), "--storage-driver", "vfs", "--bridge", "none",
					"--iptables=false", "--ip6tables=false")
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(engine, folder)));
			LiveDocker docker = new LiveDocker(folder);
			trouble = docker.await(engine, log);
			if (trouble == null) {
				docker.load(busybox);
				running = docker;
			}
		}
		catch (IOException failed) {
			trouble = failed.getMessage();
		}
	}

	private static void end(Process engine, Path folder) {
		engine.destroy();
		try {
			engine.waitFor(10, TimeUnit.SECONDS);
			new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor(20, TimeUnit.SECONDS);
		}
		catch (IOException | InterruptedException left) {
			engine.destroyForcibly();
		}
	}

	/** The reason why it does not run, or null when it does. */
	private String await(Process engine, Path log) throws IOException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (System.nanoTime() < deadline) {
			try (SocketChannel _ = connect()) {
				return null;
			}
			catch (IOException notYet) {
				if (!wait(engine)) {
					return Files.readString(log).strip().lines().reduce((_, last) -> last).orElse("it ended at once");
				}
			}
		}
		return "it did not answer within 30 s";
	}

	private static boolean wait(Process engine) {
		try {
			return !engine.waitFor(100, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private SocketChannel connect() throws IOException {
		SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.connect(UnixDomainSocketAddress.of(this.folder.resolve("socket")));
		return channel;
	}

	/** An image of one file, as {@code docker import} makes it. */
	private void load(Path busybox) throws IOException {
		byte[] content = Files.readAllBytes(busybox);
		byte[] padding = new byte[(512 - content.length % 512) % 512 + 1024];
		byte[] head = header(content.length);
		try (SocketChannel channel = connect();
				OutputStream out = Channels.newOutputStream(channel);
				InputStream in = Channels.newInputStream(channel)) {
			out.write(
					("POST /images/create?fromSrc=-&repo=watchfloor-test&tag=1 HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n"
							+ "Content-Type: application/x-tar\r\nContent-Length: "
							+ (head.length + content.length + padding.length) + "\r\n\r\n")
						.getBytes(StandardCharsets.US_ASCII));
			out.write(head);
			out.write(content);
			out.write(padding);
			HttpAnswer answer = HttpAnswer.read(in, 100_000);
			if (answer.status() != 200 || answer.text().contains("\"error\"")) {
				throw new IOException(answer.text());
			}
		}
	}

	/** The head of {@code bin/busybox} in a tar file. */
	static byte[] header(int length) {
		byte[] head = new byte[512];
		put(head, 0, "bin/busybox");
		put(head, 100,
				"0000755\0" + "0000000\0" + "0000000\0" + "%011o\0".formatted(length) + "00000000000\0" + "        0");
		put(head, 257, "ustar\00000");
		int sum = 0;
		for (byte one : head) {
			sum += one & 255;
		}
		put(head, 148, "%06o\0 ".formatted(sum));
		return head;
	}

	private static void put(byte[] head, int at, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(bytes, 0, head, at, bytes.length);
	}

	String address() {
		return "unix://" + this.folder.resolve("socket");
	}

	Target target() {
		return Targets.target("engine", "docker", Map.of("engine", address()));
	}

	/** A project of two services in a folder of its own. */
	Target project(String name) {
		return project(name, COMPOSE);
	}

	/** A project of a file of one's own. */
	Target project(String name, String file) {
		try {
			Path project = Files.createDirectories(this.folder.resolve(name));
			Files.writeString(project.resolve("compose.yml"), file);
			return Targets.target(name, "compose", Map.of("engine", address(), "project", name, "folder",
					project.toString(), "files", "compose.yml", "tool", "docker-compose"));
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** Starts a container that writes one line and stays. */
	void run(String name) {
		Engine engine = engine();
		var config = Engine.JSON.createObjectNode().put("Image", IMAGE).put("StopSignal", "SIGKILL");
		List.of("/bin/busybox", "sh", "-c", "/bin/busybox echo hello; exec /bin/busybox sleep 1000")
			.forEach(config.withArray("/Cmd")::add);
		config.withArray("/Env").add("PGPASSWORD=hunter2").add("MODE=test");
		config.withObject("/HostConfig").put("NetworkMode", "none");
		engine.post("/containers/create?name=" + name, config, java.time.Duration.ofSeconds(20));
		engine.post("/containers/" + name + "/start", null, java.time.Duration.ofSeconds(20));
	}

	Engine engine() {
		return engines().reading(target());
	}

	static Engines engines() {
		return new Engines(new EngineWire(null));
	}

	private static final String COMPOSE = """
			version: "2.4"
			services:
			  web:
			    image: watchfloor-test:1
			    command: ["/bin/busybox", "sleep", "1000"]
			    network_mode: none
			    stop_signal: SIGKILL
			    environment:
			      API_TOKEN: hunter2
			    healthcheck:
			      test: ["CMD", "/bin/busybox", "true"]
			      interval: 1s
			    volumes: ["data:/data"]
			  worker:
			    image: watchfloor-test:1
			    command: ["/bin/busybox", "sh", "-c", "/bin/busybox echo at work; exec /bin/busybox sleep 1000"]
			    network_mode: none
			    stop_signal: SIGKILL
			volumes:
			  data:
			""";

}
