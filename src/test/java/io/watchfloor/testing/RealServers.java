package io.watchfloor.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** Programs that some tests need and that come from the machine. */
public final class RealServers {

	private RealServers() {
	}

	/**
	 * Returns where a program is. Without it the test is skipped and says so; with
	 * {@code CI=true} it fails, because there everything is to be installed.
	 * @param program its name, as {@code redis-server}
	 * @param debianPackage where it comes from
	 */
	public static Path require(String program, String debianPackage) {
		Optional<Path> found = find(program);
		if (found.isPresent()) {
			return found.get();
		}
		String message = "needs %s (apt-get install %s)".formatted(program, debianPackage);
		if ("true".equals(System.getenv("CI"))) {
			return Assertions.fail(message);
		}
		throw new TestAbortedException(message);
	}

	/**
	 * As {@link #require}, for a program that does not run everywhere, such as an engine
	 * for containers in a container, or that the test command cannot install, such as the
	 * {@code aws} command: without it the test is skipped by name, also with
	 * {@code CI=true}.
	 */
	public static Path optional(String program, String debianPackage) {
		return find(program).orElseThrow(
				() -> new TestAbortedException("needs %s (apt-get install %s)".formatted(program, debianPackage)));
	}

	/** Redis as Debian has it. */
	public static Path redisServer() {
		return require("redis-server", "redis-server");
	}

	/** A browser for the journeys. */
	public static Path chromium() {
		return require("chromium", "chromium");
	}

	/** PostgreSQL's command line client. */
	public static Path psql() {
		return require("psql", "postgresql-client-15");
	}

	private static Optional<Path> find(String program) {
		String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
		return Stream.of(path.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
