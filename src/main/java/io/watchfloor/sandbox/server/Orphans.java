package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed console left running. A process id alone proves nothing, since the
 * system gives ids out again: the program's name and its working folder must be ours too.
 */
final class Orphans {

	private static final Logger log = LoggerFactory.getLogger(Orphans.class);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private Orphans() {
	}

	/**
	 * Ends the process that the file names if it is ours, and removes the file.
	 * @param pidFile holds the process id in its first line
	 * @param folder where the process works
	 * @param program how the name of its executable begins
	 */
	static void end(Path pidFile, Path folder, String program) {
		try {
			if (!Files.exists(pidFile)) {
				return;
			}
			readPid(pidFile).flatMap(ProcessHandle::of)
				.filter((process) -> isOurs(process, folder, program))
				.ifPresent(Orphans::end);
			Files.deleteIfExists(pidFile);
		}
		catch (IOException failure) {
			log.warn("The sandbox could not look after {}: {}", pidFile, failure.getMessage());
		}
	}

	private static Optional<Long> readPid(Path pidFile) throws IOException {
		try (var lines = Files.lines(pidFile)) {
			return lines.findFirst().map(String::strip).filter((line) -> line.matches("\\d{1,18}")).map(Long::valueOf);
		}
	}

	static boolean isOurs(ProcessHandle process, Path folder, String program) {
		boolean sameProgram = process.info()
			.command()
			.map((command) -> Path.of(command).getFileName())
			.filter((name) -> name != null && name.toString().startsWith(program))
			.isPresent();
		return sameProgram && worksIn(process, folder);
	}

	private static boolean worksIn(ProcessHandle process, Path folder) {
		Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
		try {
			return Files.readSymbolicLink(link).equals(folder.toRealPath());
		}
		catch (IOException | UnsupportedOperationException noProcFolder) {
			return process.info().commandLine().filter((line) -> line.contains(folder.toString())).isPresent();
		}
	}

	private static void end(ProcessHandle process) {
		log.info("Ending process {} that an earlier run left behind", process.pid());
		process.destroy();
		if (!awaitExit(process)) {
			process.destroyForcibly();
			awaitExit(process);
		}
	}

	private static boolean awaitExit(ProcessHandle process) {
		try {
			process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException | ExecutionException stillThere) {
			return !process.isAlive();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
