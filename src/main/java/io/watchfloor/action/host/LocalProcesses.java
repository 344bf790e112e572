package io.watchfloor.action.host;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

	private LocalProcesses() {
	}

	/**
	 * Runs a command to its end.
	 * @param environment variables beside {@code PATH} and {@code LC_ALL}
	 */
	public static HostAnswer run(HostCommand command, Map<String, String> environment) {
		Process process = start(command, environment);
		try {
			CompletableFuture<Bounded> output = Bounded.drain(process.getInputStream());
			CompletableFuture<Bounded> errors = Bounded.drain(process.getErrorStream());
			feed(process.getOutputStream(), command.input());
			if (!process.waitFor(command.within().toMillis(), TimeUnit.MILLISECONDS)) {
				throw late(command);
			}
			Bounded out = output.get(2, TimeUnit.SECONDS);
			Bounded err = errors.get(2, TimeUnit.SECONDS);
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

	private static Problem late(HostCommand command) {
		return new Problem(Category.UNREACHABLE, "'" + command.words().getFirst() + "' did not end within "
				+ command.within().toSeconds() + " s and was stopped.");
	}

	/** What was kept of a stream; the rest is read and dropped, so that nobody waits. */
	record Bounded(String text, boolean cut) {

		static CompletableFuture<Bounded> drain(InputStream stream) {
			CompletableFuture<Bounded> done = new CompletableFuture<>();
			Thread.startVirtualThread(() -> {
				try (stream) {
					byte[] kept = stream.readNBytes(HostCommand.MOST_BYTES);
					long more = stream.skip(Long.MAX_VALUE);
					done.complete(new Bounded(new String(kept, StandardCharsets.UTF_8), more > 0));
				}
				catch (IOException broken) {
					done.completeExceptionally(broken);
				}
			});
			return done;
		}

	}

}
