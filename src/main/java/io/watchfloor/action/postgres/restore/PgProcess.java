package io.watchfloor.action.postgres.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Starts PostgreSQL's own programs on this machine; the password goes by environment. */
final class PgProcess {

	private PgProcess() {
	}

	/** Which server, as the programs take it. */
	static List<String> server(Target target) {
		URI uri = URI.create(PostgresServers.url(target).substring("jdbc:".length()));
		List<String> words = new ArrayList<>(List.of("--no-password", "--host=" + uri.getHost(),
				"--port=" + ((uri.getPort() < 0) ? 5432 : uri.getPort())));
		String user = target.settings().get("user");
		if (user != null) {
			words.add("--username=" + user);
		}
		return words;
	}

	static Process start(String program, List<String> words, @Nullable Target target, @Nullable Secrets secrets) {
		List<String> all = new ArrayList<>(List.of(program));
		all.addAll(words);
		ProcessBuilder builder = new ProcessBuilder(all);
		builder.environment().keySet().retainAll(List.of("PATH"));
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put("PGCONNECT_TIMEOUT", "5");
		builder.environment().put("PGAPPNAME", "watchfloor");
		if (target != null) {
			builder.environment().put("PGHOSTADDR", address(target));
		}
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
			throw new Problem(Problem.Category.NOT_FOUND, "'" + program + "' cannot be started on this machine: "
					+ absent.getMessage() + ". Install PostgreSQL's client programs.", absent);
		}
	}

	/** The address that was looked at: the programs ask for none themselves. */
	private static String address(Target target) {
		String host = String.valueOf(URI.create(PostgresServers.url(target).substring("jdbc:".length())).getHost());
		try {
			return AddressGuard.addresses(target, host)[0].getHostAddress();
		}
		catch (UnknownHostException unknown) {
			throw new Problem(Problem.Category.UNREACHABLE, "No address is known for " + host + ".", unknown);
		}
	}

	/**
	 * Waits for the end of a program that talks on its standard error only.
	 * @return empty text when it ended well, else why not
	 */
	static String await(Process process, Duration within, RunContext context) {
		try {
			CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> follow(process, context));
			long end = System.nanoTime() + within.toNanos();
			boolean ended = false;
			while (!ended) {
				if (context.cancelled()) {
					return "stopped on request";
				}
				ended = process.waitFor(200, TimeUnit.MILLISECONDS);
				if (!ended && System.nanoTime() > end) {
					return "it did not end within " + within.toHours() + " hours";
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

	/**
	 * What it is at becomes the step's output and progress; its errors are given back.
	 */
	private static String follow(Process process, RunContext context) {
		StringBuilder errors = new StringBuilder();
		long tables = 0;
		try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				context.output(line);
				if (line.contains("processing data for table") || line.contains("dumping contents of table")) {
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

}
