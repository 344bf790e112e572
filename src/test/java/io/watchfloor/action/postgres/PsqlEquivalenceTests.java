package io.watchfloor.action.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Reading;
import io.watchfloor.command.Word;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statements of the real psql and of our action, in the server's log, are the same.
 */
class PsqlEquivalenceTests {

	private static final long SEED = 20261121;

	private static final List<String> COLUMNS = List.of("id", "name", "score", "id, name", "count(*)", "max(score)",
			"name || ';--' AS \"odd \"\"name\"", "'it''s; -- no comment' AS a, id", "round(avg(score), 2)", "*",
			"E'a\\\\b' AS e", "$$dollar;$$ AS d", "CASE WHEN score > 5 THEN 'big' END AS c, id");

	private static final List<String> CONDITIONS = List.of("", " WHERE id < 5", " WHERE name LIKE 'n%' AND score <> 3",
			" WHERE name IN ('n1', 'n''2')", " WHERE score IS NULL -- why\n", " /* here */ WHERE id BETWEEN 2 AND 4");

	private static final List<String> FLAGS = List.of("", "-t", "-A", "-At", "-tA -F,", "-qX", "--no-align -F ';'",
			"-X -q -t", "--tuples-only --no-align", "-x", "-tx", "-Ax", "-P pager=off", "-v ON_ERROR_STOP=1");

	@TempDir
	private static Path folder;

	private static LivePostgres postgres;

	private final PsqlReader reader = new PsqlReader();

	private final Random random = new Random(SEED);

	@BeforeAll
	static void start() throws Exception {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		postgres = new LivePostgres(Map.of("log_statement", "all", "logging_collector", "on", "log_directory",
				folder.toString(), "log_filename", "log", "log_line_prefix", "@%a@", "log_file_mode", "0644"));
		postgres.sql("CREATE TABLE customers (id int, name text, score numeric)",
				"INSERT INTO customers SELECT n, 'n' || n, nullif(n, 3) FROM generate_series(1, 7) n");
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	private String line() {
		String columns = pick(COLUMNS);
		String grouped = columns.contains("(") ? "" : pick(List.of("", " ORDER BY 1", " LIMIT 3"));
		String sql = "SELECT " + columns + " FROM customers" + pick(CONDITIONS) + grouped;
		String quoted = "\"" + sql.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"";
		String second = (this.random.nextInt(5) == 0) ? " -c \"SELECT 1 AS one\"" : "";
		return "psql " + pick(FLAGS) + pick(List.of(" -c ", " --command=", " -c")) + quoted + second;
	}

	private String pick(List<String> from) {
		return from.get(this.random.nextInt(from.size()));
	}

	@Test
	void aHundredAndFiftyLinesSendTheSameAndPrintTheSame() throws Exception {
		RealServers.psql();
		for (int round = 0; round < 150; round++) {
			String line = line();
			Action action = Lines.call(line, this.reader).action();
			assertThat(Lines.call(action.commandLine(), this.reader).action()).as(line).isEqualTo(action);
			String printed = psql(line);
			List<String> theirs = logged("psql");
			Reading reading = postgres.read(action);
			List<String> ours = logged("watchfloor").stream()
				.filter((sql) -> !sql.matches("(?i)(SET|BEGIN|ROLLBACK|COMMIT|SHOW)\\b.*"))
				.toList();
			assertThat(ours).as("seed %d: %s", SEED, line).isEqualTo(theirs);
			if (reading.known() && reading.text() != null && !line.contains("-c \"SELECT 1 AS one\"")) {
				assertThat(reading.text().strip()).as("seed %d: %s", SEED, line).isEqualTo(printed.strip());
			}
		}
	}

	private static String psql(String line) throws Exception {
		List<String> command = new ArrayList<>(List.of("psql", "-h", "127.0.0.1", "-p", "" + postgres.port(), "-U",
				"postgres", "-d", "postgres", "-w"));
		Lines.pipeline(line)
			.stages()
			.getFirst()
			.arguments()
			.stream()
			.map(Word::literal)
			.map((word) -> word.orElseThrow())
			.forEach(command::add);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(Map.of("PGOPTIONS", "", "PSQLRC", "/dev/null", "LC_ALL", "C.UTF-8"));
		Process process = builder.start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(line + "\n" + printed).isZero();
		return printed;
	}

	private int read;

	/** What the log got since the last look from one application, a statement each. */
	private List<String> logged(String application) throws Exception {
		String marker = "SELECT 'marker " + this.random.nextLong() + "'";
		postgres.ask(marker);
		String text = "";
		long end = System.nanoTime() + 10_000_000_000L;
		while (!text.contains(marker)) {
			assertThat(System.nanoTime()).isLessThan(end);
			text = Files.readString(folder.resolve("log")).substring(this.read);
		}
		this.read += text.length();
		return Stream.of(text.split("\n(?=@)", -1))
			.filter((entry) -> entry.startsWith("@" + application + "@"))
			.filter((entry) -> entry.matches("(?s)@\\w+@LOG:  (?:statement|execute [^:]*): .*"))
			.map((entry) -> entry.replaceFirst("(?s)@\\w+@LOG:  (?:statement|execute [^:]*): ", ""))
			.flatMap((sql) -> SqlText.split(sql).stream().map(SqlText::text))
			.toList();
	}

}
