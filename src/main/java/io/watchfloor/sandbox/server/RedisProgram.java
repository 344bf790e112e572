package io.watchfloor.sandbox.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Finds a Redis server to run: the machine's when it is newer than ours, else ours. */
public final class RedisProgram {

	/** What the bundled server is, as major and minor version. */
	private static final int BUNDLED = 602;

	private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.(\\d+)");

	private RedisProgram() {
	}

	/**
	 * Returns an executable file.
	 * @param folder where the bundled one may be unpacked
	 */
	public static synchronized Path find(Path folder) {
		return onThePath().filter((program) -> version(program) > BUNDLED).orElseGet(() -> unpack(folder));
	}

	private static Optional<Path> onThePath() {
		@Nullable String path = System.getenv("PATH");
		return Stream.of((path != null) ? path.split(Pattern.quote(File.pathSeparator), -1) : new String[0])
			.filter((entry) -> !entry.isBlank())
			.map((entry) -> Path.of(entry, "redis-server"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static int version(Path program) {
		try {
			Process process = new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor(2, TimeUnit.SECONDS);
			var version = VERSION.matcher(text);
			return version.find() ? Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) : 0;
		}
		catch (IOException unusable) {
			return 0;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	private static Path unpack(Path folder) {
		try {
			Files.createDirectories(folder);
			return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot unpack its Redis server into " + folder, failure);
		}
	}

}
