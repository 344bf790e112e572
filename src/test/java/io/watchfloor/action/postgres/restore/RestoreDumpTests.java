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
		assertThat(plan.changes()).containsExactly(new Plan.Change("database drill", null, "3 tables, 5002 rows"));
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
		for (String broken : new String[] { "cut.dump", "text.sql" }) {
			assertThatThrownBy(() -> trial.plan(new RestoreDump(broken, "drill"))).as(broken)
				.isInstanceOf(Problem.class)
				.hasMessageContaining("pg_restore cannot read");
		}
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
