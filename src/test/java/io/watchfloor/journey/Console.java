package io.watchfloor.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * The console as {@code ./watchfloor run} starts it, in a process of its own: embedded
 * store, sandbox, empty data folder.
 */
final class Console implements AutoCloseable {

	/**
	 * What {@code ./watchfloor run} starts; {@code ./watchfloor test} makes it before it
	 * tests.
	 */
	private static final Path APP = Path.of("target", "app");

	private static final Path JAR = APP.resolve("watchfloor.jar");

	private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/login/link#\\S+");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Process process;

	private final Path terminal;

	private final Path data;

	private Console(Process process, Path terminal, Path data) {
		this.process = process;
		this.terminal = terminal;
		this.data = data;
	}

	static Console start(Path folder, String... settings) throws IOException {
		return start(folder, List.of(), settings);
	}

	/** Where nothing but this machine's own loopback can be reached. */
	static Console startWithoutANetwork(Path folder) throws IOException {
		return start(folder, List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
	}

	private static Console start(Path folder, List<String> surroundings, String... settings) throws IOException {
		Assertions.assertThat(JAR).as("build it first: ./watchfloor test").exists();
		Path terminal = folder.resolve("terminal");
		Path data = folder.resolve("data");
		List<String> command = new ArrayList<>(surroundings);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx1g",
				"-XX:AOTCache=" + APP.resolve("watchfloor.aot"), "-jar", JAR.toString(), "--server.port=" + freePort(),
				"--watchfloor.data=" + data));
		command.addAll(List.of(settings));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(terminal.toFile())
			.start();
		return new Console(process, terminal, data);
	}

	/** Waits for the link that is printed once, and for the sandbox. */
	String link() {
		await("Sign in once");
		String link = LINK.matcher(said()).results().map(MatchResult::group).findFirst().orElseThrow();
		await("The sandbox of Customer Success MCP is ready");
		return link;
	}

	/** Its data folder. */
	Path data() {
		return this.data;
	}

	private void await(String text) {
		Awaitility.await().atMost(PATIENCE).until(() -> said().contains(text) || !this.process.isAlive());
		if (!said().contains(text)) {
			throw new AssertionError("The console ended: " + said());
		}
	}

	private String said() {
		try {
			return Files.readString(this.terminal);
		}
		catch (IOException notYet) {
			return "";
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		if (!waited()) {
			this.process.destroyForcibly();
		}
	}

	private boolean waited() {
		try {
			return this.process.waitFor(40, TimeUnit.SECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
