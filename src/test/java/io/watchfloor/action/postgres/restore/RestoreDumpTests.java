package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.SqlChange;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real dumps of a real server, restored by PostgreSQL's own tool. */
class RestoreDumpTests {

	@TempDir
	private static Path dumps;

	private static LivePostgres server;

	private static Target target;

	private static Trial<RestoreDump> trial;

	@BeforeAll
	static void start() throws Exception {
		RealServers.require("pg_restore", "postgresql-client-15");
		server = new LivePostgres(Map.of("fsync", "off"));
		server.sql("CREATE TABLE customers (id int PRIMARY KEY, name text)",
				"INSERT INTO customers SELECT n, 'line' || chr(10) || n FROM generate_series(1, 5000) n",
				"CREATE TABLE \"Odd Table\" (a int)", "INSERT INTO \"Odd Table\" VALUES (1), (2)",
				"CREATE TABLE hollow (a int)");
		dump("shop.dump");
		Map<String, String> settings = new TreeMap<>(server.target().settings());
		settings.put("dumps", dumps.toString());
		target = new Target(server.target().id(), "postgres", settings, Map.of(), java.util.List.of());
		NoSecrets secrets = new NoSecrets();
		trial = new Trial<>(
				new RestoreDumpHandler(new PostgresServers(secrets), new PgRestore(secrets), Clock.systemUTC()),
				target);
	}

	private static void dump(String name, String... flags) throws IOException, InterruptedException {
		java.util.List<String> words = new java.util.ArrayList<>(
				java.util.List.of(RealServers.require("pg_dump", "postgresql-client-15").toString(), "--format=custom",
						"--host=127.0.0.1", "--port=" + server.port(), "--username=postgres", "--dbname=postgres",
						"--file=" + dumps.resolve(name)));
		words.addAll(Arrays.asList(flags));
		Process process = new ProcessBuilder(words).inheritIO().start();
		assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0).isTrue();
	}

	@AfterEach
	void drop() throws SQLException {
		server.sql("DROP DATABASE IF EXISTS drill WITH (FORCE)");
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static String databases() throws SQLException {
		return server.ask("SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database WHERE NOT datistemplate");
	}

	@Test
	void aDumpGoesIntoANewDatabaseAndEveryRowIsCounted() throws Exception {
		RestoreDump action = new RestoreDump("shop.dump", "drill");
		Plan plan = trial.plan(action);
		assertThat(databases()).as("planning makes nothing").isEqualTo("postgres");
		assertThat(plan.changes()).containsExactly(new Plan.Change("database drill", null, "3 tables, 5,002 rows"));
		assertThat(plan.samples()).contains("public.customers: 5000 rows in the dump, about 5000 live");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		Recorder recorder = new Recorder(plan);
		assertThat(trial.outcome(action, plan, recorder)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls().subList(0, 2));
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.undoOf(action, plan)).contains(new SqlChange("DROP DATABASE drill"));
	}

	@Test
	void aRowThatIsMissingAfterwardsIsSeen() throws Exception {
		RestoreDump action = new RestoreDump("shop.dump", "drill");
		Plan plan = trial.plan(action);
		trial.outcome(action, plan);
		execute("drill", "DELETE FROM customers WHERE id = 7");
		assertThat(trial.verify(action, plan).observed()).isEqualTo("public.customers has 4999 rows, not 5000");
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		execute("drill", "DROP TABLE customers");
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	private static void execute(String database, String sql) {
		try (var session = new PostgresServers(new NoSecrets()).changing(PostgresServers.database(target, database))) {
			session.execute(sql, new Recorder(null));
		}
	}

	@Test
	void neverOverOneThatIsThere() {
		assertThatThrownBy(() -> trial.plan(new RestoreDump("shop.dump", "postgres"))).isInstanceOf(Problem.class)
			.hasMessageContaining("only into a new one");
		RestoreDump action = new RestoreDump("shop.dump", "drill");
		Plan plan = trial.plan(action);
		execute("postgres", "CREATE DATABASE drill");
		execute("drill", "CREATE TABLE precious (a int)");
		Outcome outcome = trial.outcome(action, plan);
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("Nothing was changed");
		execute("drill", "INSERT INTO precious VALUES (1)");
	}

	@Test
	void aDumpThatBreaksOffMakesNoPlan() throws Exception {
		byte[] whole = Files.readAllBytes(dumps.resolve("shop.dump"));
		Files.write(dumps.resolve("cut.dump"), Arrays.copyOf(whole, whole.length - 2_000));
		Files.writeString(dumps.resolve("text.sql"), "CREATE TABLE t (a int);");
		assertThatThrownBy(() -> trial.plan(new RestoreDump("cut.dump", "drill"))).isInstanceOf(Problem.class)
			.hasMessageContaining("pg_restore cannot read");
		assertThatThrownBy(() -> trial.plan(new RestoreDump("text.sql", "drill"))).isInstanceOf(Problem.class)
			.hasMessageContaining("does not begin as pg_dump's files do");
		assertThat(databases()).isEqualTo("postgres");
	}

	@Test
	void aRestoreThatFailsLeavesNothingBehind() throws Exception {
		RestoreDump action = new RestoreDump("later.dump", "drill");
		dump("later.dump");
		Plan plan = trial.plan(action);
		byte[] whole = Files.readAllBytes(dumps.resolve("later.dump"));
		Files.write(dumps.resolve("later.dump"), Arrays.copyOf(whole, whole.length - 2_000));
		assertThat(trial.outcome(action, plan).message()).startsWith("The restore failed")
			.endsWith("Its database was dropped; nothing is left.");
		assertThat(databases()).isEqualTo("postgres");
	}

	@Test
	void stoppingItTakesItsDatabaseAwayAgain() throws Exception {
		RestoreDump action = new RestoreDump("shop.dump", "drill");
		Plan plan = trial.plan(action);
		Outcome outcome = trial.outcome(action, plan, new Recorder(plan, 0));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("stopped on request");
		assertThat(databases()).isEqualTo("postgres");
	}

	@Test
	void rowsThatNobodyCanCountAreNotVerified() throws Exception {
		dump("inserts.dump", "--inserts");
		RestoreDump action = new RestoreDump("inserts.dump", "drill");
		Plan plan = trial.plan(action);
		trial.outcome(action, plan);
		assertThat(trial.state(action, plan)).isEqualTo(State.UNKNOWN);
	}

	private static void packed(String from, String name) throws IOException {
		try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(dumps.resolve(name)))) {
			Files.copy(dumps.resolve(from), out);
		}
	}

	@Test
	void aDumpInPlainSqlIsSentStatementByStatement() throws Exception {
		server.sql(
				"CREATE OR REPLACE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS $body$ SELECT 2 * n; -- ; '$$\n$body$");
		dump("plain.sql", "--format=plain");
		dump("clean.sql", "--format=plain", "--clean", "--if-exists");
		packed("plain.sql", "packed.sql.gz");
		for (String file : new String[] { "plain.sql", "packed.sql.gz", "clean.sql" }) {
			RestoreDump action = new RestoreDump(file, "drill");
			Plan plan = trial.plan(action);
			assertThat(databases()).as("planning makes nothing").isEqualTo("postgres");
			assertThat(plan.changes()).containsExactly(new Plan.Change("database drill", null, "3 tables, 5,002 rows"));
			Recorder recorder = new Recorder(plan);
			assertThat(trial.outcome(action, plan, recorder)).as(file).isInstanceOf(Outcome.Succeeded.class);
			assertThat(recorder.calls).isEqualTo(plan.calls().subList(0, 2));
			assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
			drop();
		}
		server.sql("DROP FUNCTION twice");
	}

	@Test
	void plainRowsThatNobodyCanCountAreNotVerified() throws Exception {
		dump("inserts.sql", "--format=plain", "--inserts");
		RestoreDump action = new RestoreDump("inserts.sql", "drill");
		Plan plan = trial.plan(action);
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(trial.state(action, plan)).isEqualTo(State.UNKNOWN);
	}

	@Test
	void aPlainDumpThatBreaksOffLeavesNothingBehind() throws Exception {
		dump("cut.sql", "--format=plain");
		RestoreDump action = new RestoreDump("cut.sql", "drill");
		Plan plan = trial.plan(action);
		String whole = Files.readString(dumps.resolve("cut.sql"));
		Files.writeString(dumps.resolve("cut.sql"), whole.substring(0, whole.indexOf("line\\n2500")));
		assertThatThrownBy(() -> trial.plan(action)).hasMessageContaining("in the middle");
		assertThat(trial.outcome(action, plan).message()).contains("in the middle")
			.endsWith("Its database was dropped; nothing is left.");
		assertThat(databases()).isEqualTo("postgres");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\! touch /tmp/x", "\\connect postgres", "\\i /etc/passwd", "SELECT 1 \\g |sh",
			"COPY t FROM PROGRAM 'sh';", "COPY (SELECT 1) TO PROGRAM 'sh';", "DROP DATABASE postgres;",
			"ALTER ROLE postgres SUPERUSER;", "CREATE ROLE a;", "DO $$ BEGIN END $$;",
			"SELECT pg_terminate_backend(1);", "SELECT pg_catalog.setval('a', (SELECT pg_terminate_backend(1)), true);",
			"INSERT INTO t VALUES (pg_terminate_backend(1));", "INSERT INTO t VALUES (1, 'a', lower('b'));",
			"CREATE FUNCTION f() RETURNS int AS 'libc', 'system' LANGUAGE c;", "ALTER SYSTEM SET fsync = off;",
			"CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p;", "SELECT $$open;", "SELECT 'open;", "/* open",
			"SELECT dblink('x');", "CREATE DATABASE x;", "SET ROLE a;", "LOAD 'x';", "TRUNCATE t;" })
	void whatPgDumpDoesNotWriteMakesNoPlan(String hostile) throws Exception {
		String head = """
				--
				-- PostgreSQL database dump
				--
				-- Dumped from database version 15.1
				CREATE TABLE t (a text);
				CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$
				COPY t FROM stdin;
				$$;
				""";
		Files.writeString(dumps.resolve("hostile.sql"),
				head + hostile + "\n--\n-- PostgreSQL database dump complete\n--\n");
		assertThatThrownBy(() -> trial.plan(new RestoreDump("hostile.sql", "drill"))).isInstanceOf(Problem.class);
		assertThat(databases()).isEqualTo("postgres");
	}

	@Test
	void whatPgDumpWritesMakesAPlanAndWhatIsCutBetweenStatementsDoesNot() throws Exception {
		String head = """
				-- PostgreSQL database dump
				-- Dumped from database version 15.1
				CREATE TABLE t (a text);
				""";
		Files.writeString(dumps.resolve("short.sql"), head);
		assertThatThrownBy(() -> trial.plan(new RestoreDump("short.sql", "drill"))).hasMessageContaining("cut off");
		Files.writeString(dumps.resolve("short.sql"), head + "-- PostgreSQL database dump complete\n");
		assertThat(trial.plan(new RestoreDump("short.sql", "drill")).calls()).hasSize(3);
	}

	@Test
	void whatADumpHoldsIsListed() throws Exception {
		dump("plain.sql", "--format=plain");
		NoSecrets secrets = new NoSecrets();
		DumpListHandler lists = new DumpListHandler(new PostgresServers(secrets), new PgRestore(secrets),
				Clock.systemUTC());
		for (String file : new String[] { "shop.dump", "plain.sql" }) {
			var reading = lists.read(new DumpList(file), target, io.watchfloor.action.RunContext.none());
			assertThat(reading.summary()).startsWith("3 tables, 5,002 rows");
			assertThat(reading.text()).contains("TABLE DATA").contains("customers");
		}
	}

	@Test
	void aNameIsAskedFor() {
		RestoreDump asked = new RestoreDump("a/Shop-2026.sql.gz", "");
		assertThat(asked.asks()).singleElement()
			.satisfies((question) -> assertThat(question.fallback()).isEqualTo("shop_2026_restored"));
		assertThat(asked.answered(Map.of(asked.asks().getFirst().name(), "drill")))
			.isEqualTo(new RestoreDump("a/Shop-2026.sql.gz", "drill"));
		assertThatThrownBy(() -> trial.plan(asked)).hasMessageContaining("name of the new database is missing");
	}

	@Test
	void aFileOutsideTheFolderIsRefused() throws Exception {
		Path outside = Files.createTempFile("outside", ".dump");
		Files.createSymbolicLink(dumps.resolve("link.dump"), outside);
		assertThatThrownBy(() -> trial.plan(new RestoreDump("link.dump", "drill"))).isInstanceOf(Problem.class)
			.hasMessageContaining("inside");
		assertThatThrownBy(() -> new RestoreDump("../x", "drill")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new RestoreDump("x", "a; DROP DATABASE b"))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
