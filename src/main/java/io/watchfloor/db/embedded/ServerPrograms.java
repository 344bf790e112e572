package io.watchfloor.db.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own {@code initdb} and {@code pg_ctl}. */
final class ServerPrograms {

	private final Path bin;

	ServerPrograms(Path home) {
		this.bin = home.resolve("bin");
	}

	/**
	 * Runs a program to its end.
	 * @return its exit status and what it printed
	 */
	Result run(String program, String... arguments) throws IOException {
		List<String> line = new ArrayList<>(asOrdinaryUser());
		line.add(this.bin.resolve(program).toString());
		line.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectInput(new File("/dev/null"));
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_"));
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(exit(process), output.strip());
	}

	private static int exit(Process process) throws IOException {
		try {
			return process.waitFor();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
		}
	}

	/**
	 * PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as
	 * nobody while its files stay root's.
	 */
	private static List<String> asOrdinaryUser() throws IOException {
		boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
		return root ? List.of("unshare", "--user") : List.of();
	}

	/** How a program ended. */
	record Result(int status, String output) {

		boolean succeeded() {
			return this.status == 0;
		}

	}

}
