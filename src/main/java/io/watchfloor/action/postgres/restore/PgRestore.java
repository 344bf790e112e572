package io.watchfloor.action.postgres.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** PostgreSQL's own tool, started on this machine with a list of words. */
@Component
class PgRestore {

	static final List<String> FLAGS = List.of("--exit-on-error", "--no-owner", "--no-privileges");

	private static final Duration READ = Duration.ofMinutes(2);

	private static final Duration RESTORE = Duration.ofHours(2);

	private final Secrets secrets;

	PgRestore(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Reads a dump from its first byte to its last.
	 * @throws Problem when it is no dump, is broken, or is too long to be read in time
	 */
	DumpContents contents(DumpFile file) {
		String list = read(List.of("--list", file.path().toString()), file, PgRestore::text);
		return new DumpContents(list,
				read(List.of("--data-only", "--file=-", file.path().toString()), file, CopyCount::of));
	}

	private interface Reader<T> {

		T read(BufferedReader output) throws IOException;

	}

	private static String text(BufferedReader output) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line = output.readLine(); line != null && text.length() < 4_000_000; line = output.readLine()) {
			text.append(line).append('\n');
		}
		return text.toString();
	}

	private static <T> T read(List<String> words, DumpFile file, Reader<T> reader) {
		Process process = start(words, null, null);
		CompletableFuture<Void> late = CompletableFuture.runAsync(process::destroyForcibly,
				CompletableFuture.delayedExecutor(READ.toSeconds(), TimeUnit.SECONDS));
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> lastWords(process.getErrorStream()));
			T found = reader.read(output);
			int exit = process.waitFor();
			if (exit != 0) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, "pg_restore cannot read " + file.path() + ": "
						+ errors.join() + ". Take an older dump, or look how this one was made.");
			}
			return found;
		}
		catch (IOException broken) {
			throw new Problem(Problem.Category.UNREACHABLE,
					"pg_restore was stopped while it read " + file.path() + ": " + broken.getMessage() + ".", broken);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Problem.Category.UNREACHABLE, "Reading " + file.path() + " was interrupted.",
					interrupted);
		}
		finally {
			late.cancel(false);
			process.destroyForcibly();
		}
	}

	/**
	 * Restores into a database that is there and empty.
	 * @return empty text when it ended well, else why not
	 */
	String restore(DumpFile file, String database, Target target, RunContext context) {
		List<String> words = new ArrayList<>(words(database, target));
		words.add("--verbose");
		words.add(file.path().toString());
		Process process = start(words, target, this.secrets);
		try {
			CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> follow(process, context));
			long end = System.nanoTime() + RESTORE.toNanos();
			boolean ended = false;
			while (!ended) {
				if (context.cancelled()) {
					return "stopped on request";
				}
				ended = process.waitFor(200, TimeUnit.MILLISECONDS);
				if (!ended && System.nanoTime() > end) {
					return "it did not end within " + RESTORE.toHours() + " hours";
				}
			}
			return (process.exitValue() == 0) ? "" : errors.join();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return "it was interrupted";
		}
		finally {
			process.destroyForcibly();
		}
	}

	/** The words before the file, without the password. */
	static List<String> words(String database, Target target) {
		URI uri = URI.create(PostgresServers.url(target).substring("jdbc:".length()));
		List<String> words = new ArrayList<>(FLAGS);
		words.addAll(List.of("--no-password", "--host=" + uri.getHost(),
				"--port=" + ((uri.getPort() < 0) ? 5432 : uri.getPort()), "--dbname=" + database));
		String user = target.settings().get("user");
		if (user != null) {
			words.add("--username=" + user);
		}
		return words;
	}

	/**
	 * What it is at becomes the step's output and progress; its errors are given back.
	 */
	private static String follow(Process process, RunContext context) {
		StringBuilder errors = new StringBuilder();
		long tables = 0;
		try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				context.output(line);
				if (line.contains("processing data for table")) {
					context.progress(++tables, -1, "tables");
				}
				if (line.contains("error:") && errors.length() < 2_000) {
					errors.append(line.strip()).append(' ');
				}
			}
		}
		catch (IOException ended) {
			errors.append(ended.getMessage());
		}
		return errors.isEmpty() ? "no reason was given" : errors.toString().strip();
	}

	private static String lastWords(InputStream stream) {
		try (stream) {
			String said = new String(stream.readNBytes(10_000), StandardCharsets.UTF_8).strip();
			return said.lines().reduce((_, last) -> last).orElse("no reason was given");
		}
		catch (IOException broken) {
			return String.valueOf(broken.getMessage());
		}
	}

	private static Process start(List<String> words, @org.jspecify.annotations.Nullable Target target,
			@org.jspecify.annotations.Nullable Secrets secrets) {
		List<String> all = new ArrayList<>(List.of("pg_restore"));
		all.addAll(words);
		ProcessBuilder builder = new ProcessBuilder(all);
		builder.environment().keySet().retainAll(List.of("PATH"));
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put("PGCONNECT_TIMEOUT", "5");
		builder.environment().put("PGAPPNAME", "watchfloor");
		SecretReference password = (target != null) ? target.secrets().get("password") : null;
		if (password != null && secrets != null) {
			builder.environment().put("PGPASSWORD", secrets.resolve(password));
		}
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			return process;
		}
		catch (IOException absent) {
			throw new Problem(Problem.Category.NOT_FOUND, "'pg_restore' cannot be started on this machine: "
					+ absent.getMessage() + ". Install PostgreSQL's client programs.", absent);
		}
	}

	/** The line to start, for the plan. */
	static String line(DumpFile file, String database, Target target) {
		return "pg_restore " + String.join(" ", words(database, target)) + " " + Path.of(file.path().toString());
	}

}
