package io.watchfloor.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server process that {@code postmaster.pid} speaks of, if it is one of ours at all:
 * after a crash another program may have its number, and PostgreSQL would then refuse to
 * start. In containers that is the rule rather than the exception.
 *
 * @param cluster the data directory; its pid file may be missing
 */
record Postmaster(Path cluster) {

	/** Whether it lives and serves this very directory. */
	boolean running() throws IOException {
		Optional<ProcessHandle> process = process();
		return process.isPresent() && servesThisCluster(process.get().pid());
	}

	private Optional<ProcessHandle> process() throws IOException {
		if (!Files.exists(file())) {
			return Optional.empty();
		}
		String number = Files.readString(file()).lines().findFirst().orElse("").strip();
		return number.matches("\\d+") ? ProcessHandle.of(Long.parseLong(number)) : Optional.empty();
	}

	private boolean servesThisCluster(long pid) throws IOException {
		Path process = Path.of("/proc", Long.toString(pid));
		return endsWithPostgres(process.resolve("exe")) && same(process.resolve("cwd"), this.cluster);
	}

	private static boolean endsWithPostgres(Path link) {
		try {
			return Files.readSymbolicLink(link).getFileName().toString().startsWith("postgres");
		}
		catch (IOException gone) {
			return false;
		}
	}

	private static boolean same(Path link, Path directory) throws IOException {
		return Files.exists(link) && Files.isSameFile(link, directory);
	}

	private Path file() {
		return this.cluster.resolve("postmaster.pid");
	}

	/**
	 * Removes the file of a server that is no more. Only for who holds the folder's lock.
	 */
	void forget() throws IOException {
		Files.deleteIfExists(file());
	}

}
