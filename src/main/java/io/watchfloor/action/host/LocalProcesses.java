package io.watchfloor.action.host;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.jspecify.annotations.Nullable;

/**
 * Starts programs on this machine: an argument array, no shell, an environment of a few
 * variables, output kept up to a limit, an end in time.
 */
public final class LocalProcesses {

	private static final List<String> FOLDERS = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin",
			"/sbin", "/bin");

	private static final Duration PIECE = Duration.ofMillis(250);

	private LocalProcesses() {
	}

	/**
	 * Runs a command to its end.
	 * @param environment variables beside {@code PATH} and {@code LC_ALL}
	 */
	public static HostAnswer run(HostCommand command, Map<String, String> environment) {
		return run(command, environment, HostListener.NONE);
	}

	/**
	 * Runs a command to its end.
	 * @param listener hears its lines as they come
	 */
	static HostAnswer run(HostCommand command, Map<String, String> environment, HostListener listener) {
		Process process = start(command, environment);
		try {
			CompletableFuture<HostOutput> output = HostOutput.drain(process.getInputStream(), listener);
			CompletableFuture<HostOutput> errors = HostOutput.drain(process.getErrorStream(), listener);
			feed(process.getOutputStream(), command.input());
			await(command, listener, (wait) -> process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS));
			HostOutput out = output.get(2, TimeUnit.SECONDS);
			HostOutput err = errors.get(2, TimeUnit.SECONDS);
			return new HostAnswer(process.exitValue(), out.text(), err.text(), out.cut() || err.cut());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Category.UNREACHABLE, command.words().getFirst() + " was interrupted.", interrupted);
		}
		catch (IOException | ExecutionException | TimeoutException broken) {
			throw new Problem(Category.UNREACHABLE,
					"The output of " + command.words().getFirst() + " could not be read: " + broken.getMessage() + ".",
					broken);
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	/** Gives a program what it reads; none is the end at once. */
	static void feed(OutputStream to, @Nullable String input) throws IOException {
		try (to) {
			if (input != null) {
				to.write(input.getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	private static Process start(HostCommand command, Map<String, String> environment) {
		String program = command.words().getFirst();
		Path file = find(program).orElseThrow(() -> new Problem(Category.NOT_FOUND,
				"'" + program + "' is not installed on this machine (looked in " + String.join(", ", FOLDERS) + ")."));
		List<String> words = new ArrayList<>(command.words());
		words.set(0, file.toString());
		ProcessBuilder builder = new ProcessBuilder(words);
		builder.environment().clear();
		builder.environment().putAll(environment);
		builder.environment().put("PATH", String.join(":", FOLDERS));
		builder.environment().put("LC_ALL", "C.UTF-8");
		@Nullable String folder = command.folder();
		if (folder != null) {
			builder.directory(new File(folder));
		}
		try {
			return builder.start();
		}
		catch (IOException refused) {
			throw new Problem(Category.NOT_FOUND, "'" + program + "' cannot be started"
					+ ((folder != null) ? " in " + folder : "") + ": " + refused.getMessage() + ".", refused);
		}
	}

	/** Where a program is, in the system's own folders only. */
	public static Optional<Path> find(String program) {
		return program.contains("/") ? Optional.empty()
				: FOLDERS.stream().map((folder) -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
	}

	/** Waits for an end in short pieces, so that a wish to stop is heard. */
	static void await(HostCommand command, HostListener listener, End end) throws InterruptedException {
		String program = command.words().getFirst();
		long deadline = System.nanoTime() + command.within().toNanos();
		Duration left = command.within();
		while (!end.comes(left.compareTo(PIECE) < 0 ? left : PIECE)) {
			if (listener.stops()) {
				throw new Problem(Category.UNREACHABLE, "'" + program + "' was stopped on request while it ran.");
			}
			left = Duration.ofNanos(deadline - System.nanoTime());
			// Less than a millisecond would be rounded to none, which means without an
			// end
			// to who waits for a channel
			if (left.toMillis() < 1) {
				throw new Problem(Category.UNREACHABLE, "'" + program + "' did not end within "
						+ command.within().toSeconds() + " s and was given up.");
			}
		}
	}

	/** Whether a program ends in so long. */
	interface End {

		boolean comes(Duration wait) throws InterruptedException;

	}

}
