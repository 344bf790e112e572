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
		Process process = PgProcess.start("pg_restore", words, null, null);
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
		return PgProcess.await(PgProcess.start("pg_restore", words, target, this.secrets), RESTORE, context);
	}

	/** The words before the file, without the password. */
	static List<String> words(String database, Target target) {
		List<String> words = new ArrayList<>(FLAGS);
		words.addAll(PgProcess.server(target));
		words.add("--dbname=" + database);
		return words;
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

	/** The line to start, for the plan. */
	static String line(DumpFile file, String database, Target target) {
		return "pg_restore " + String.join(" ", words(database, target)) + " " + Path.of(file.path().toString());
	}

}
