package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** PostgreSQL's own dumping program, started on this machine with a list of words. */
@Component
class PgDump {

	private static final Duration DUMP = Duration.ofHours(4);

	private static final Pattern VERSION = Pattern.compile("[^0-9]*([0-9]+).*", Pattern.DOTALL);

	private final Secrets secrets;

	PgDump(Secrets secrets) {
		this.secrets = secrets;
	}

	/** Its major version. */
	int major() {
		Process process = PgProcess.start("pg_dump", List.of("--version"), null, null);
		try {
			Matcher version = VERSION
				.matcher(new String(process.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8));
			if (version.matches()) {
				return Integer.parseInt(version.group(1));
			}
			throw new Problem(Problem.Category.NOT_FOUND, "'pg_dump' of this machine does not say its version.");
		}
		catch (IOException broken) {
			throw new Problem(Problem.Category.UNREACHABLE, "'pg_dump --version' broke off: " + broken.getMessage(),
					broken);
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Everything but the password.
	 * @param table as SQL writes it, quoted where it must be; empty for all
	 */
	static List<String> words(DumpDatabase action, Path file, String table, Target target) {
		List<String> words = new ArrayList<>(List.of("--format=" + action.format(), "--lock-wait-timeout=10000"));
		words.addAll(PgProcess.server(target));
		String url = PostgresServers.url(target).replaceFirst("\\?.*", "");
		words.add("--dbname=" + url.substring(url.lastIndexOf('/') + 1));
		if (!table.isEmpty()) {
			words.add("--table=" + table);
		}
		words.add("--file=" + file);
		return words;
	}

	/** The line to start, for the plan. */
	static String line(DumpDatabase action, Path file, String table, Target target) {
		return "pg_dump " + String.join(" ", words(action, file, table, target).stream().map(Shell::quote).toList());
	}

	/**
	 * Dumps.
	 * @return empty text when it ended well, else why not
	 */
	String dump(DumpDatabase action, Path file, String table, Target target, RunContext context) {
		List<String> words = new ArrayList<>(words(action, file, table, target));
		words.add("--verbose");
		return PgProcess.await(PgProcess.start("pg_dump", words, target, this.secrets), DUMP, context);
	}

}
