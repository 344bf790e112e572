package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Dumps of a real server by PostgreSQL's own program. */
class DumpDatabaseTests {

	@TempDir
	private static Path dumps;

	private static LivePostgres server;

	private static Target target;

	private static Trial<DumpDatabase> trial;

	@BeforeAll
	static void start() throws Exception {
		RealServers.require("pg_dump", "postgresql-client-15");
		server = new LivePostgres(Map.of("fsync", "off"));
		server.sql("CREATE TABLE customers (id int PRIMARY KEY, name text)",
				"INSERT INTO customers SELECT n, 'line' || chr(10) || n FROM generate_series(1, 5000) n",
				"CREATE TABLE \"Odd.*Table\" (a int)", "INSERT INTO \"Odd.*Table\" VALUES (1), (2)",
				"CREATE TABLE customers_old (a int)");
		Map<String, String> settings = new TreeMap<>(server.target().settings());
		settings.put("dumps", dumps.toString());
		target = new Target(server.target().id(), "postgres", settings, Map.of(), List.of());
		NoSecrets secrets = new NoSecrets();
		trial = new Trial<>(new DumpDatabaseHandler(new PostgresServers(secrets), new PgDump(secrets),
				new PgRestore(secrets), Clock.systemUTC()), target);
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(dumps)) {
			return files.map((each) -> each.getFileName().toString()).sorted().toList();
		}
	}

	private static Plan run(DumpDatabase action) {
		Plan plan = trial.plan(action);
		Recorder recorder = new Recorder(plan);
		Outcome outcome = trial.outcome(action, plan, recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls().subList(0, 3));
		return plan;
	}

	@Test
	void aDumpHoldsEveryTableAndIsReadToItsEnd() throws IOException {
		DumpDatabase action = new DumpDatabase("all.dump", "");
		List<String> before = files();
		Plan plan = trial.plan(action);
		assertThat(files()).as("planning writes nothing").isEqualTo(before);
		assertThat(plan.changes().getFirst().after()).startsWith("3 tables, at most about");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		run(action);
		assertThat(trial.verify(action, plan).observed()).startsWith("3 tables, 5,002 rows");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		assertThat(plan.undo()).contains("none is needed");
		assertThatThrownBy(() -> trial.plan(action)).isInstanceOf(Problem.class).hasMessageContaining("overwritten");
	}

	@Test
	void aDumpInPlainSqlIsReadToItsEndToo() throws IOException {
		DumpDatabase action = new DumpDatabase("all.sql", "");
		Plan plan = run(action);
		assertThat(trial.verify(action, plan).observed()).startsWith("3 tables, 5,002 rows");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		Path file = dumps.resolve("all.sql");
		String whole = Files.readString(file);
		Files.writeString(file, whole.substring(0, whole.indexOf("\n-- PostgreSQL database dump complete")));
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	@Test
	void oneTableIsThatTableAndNoPattern() throws IOException {
		DumpDatabase action = new DumpDatabase("one.dump", "customers");
		Plan plan = run(action);
		assertThat(trial.verify(action, plan).observed()).startsWith("1 table, 5,000 rows");
		assertThatThrownBy(() -> trial.plan(new DumpDatabase("two.dump", "nobody"))).isInstanceOf(Problem.class)
			.hasMessageContaining("no table nobody");
	}

	@Test
	void aFileThatIsCutOrReplacedAfterwardsIsSeen() throws IOException {
		DumpDatabase action = new DumpDatabase("cut.dump", "");
		Plan plan = run(action);
		Path file = dumps.resolve("cut.dump");
		byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length - 3_000));
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		run(new DumpDatabase("other.dump", "customers"));
		Files.copy(dumps.resolve("other.dump"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertThat(trial.verify(action, plan).observed()).startsWith("not in the dump:").contains("Odd.*Table");
	}

	@Test
	void aDumpThatFailsOrIsStoppedLeavesNoFile() throws Exception {
		DumpDatabase action = new DumpDatabase("locked.dump", "");
		Plan plan = trial.plan(action);
		List<String> before = files();
		Outcome stopped = trial.outcome(action, plan, new Recorder(plan, 0));
		assertThat(stopped.message()).contains("stopped on request").contains("Nothing is left");
		assertThat(files()).isEqualTo(before);
		server.sql("CREATE VIEW v AS SELECT 1 / 0 AS a", "CREATE TABLE broken (a int)");
		Plan later = trial.plan(action);
		server.sql("DROP TABLE broken", "DROP VIEW v");
		assertThat(trial.plan(action).markers()).as("another table makes another plan").isNotEqualTo(later.markers());
		trial.outcome(action, later);
		assertThat(trial.verify(action, later).observed()).isEqualTo("not in the dump: public.broken");
	}

	@Test
	void nothingIsWrittenOutsideTheFolder() throws IOException {
		assertThatThrownBy(() -> trial.plan(new DumpDatabase("/tmp/x.dump", ""))).isInstanceOf(Problem.class)
			.hasMessageContaining("is not inside");
		Files.createSymbolicLink(dumps.resolve("elsewhere"), Path.of("/tmp"));
		assertThatThrownBy(() -> trial.plan(new DumpDatabase("elsewhere/x.dump", "")))
			.hasMessageContaining("not inside");
		Files.delete(dumps.resolve("elsewhere"));
		assertThatThrownBy(() -> new DumpDatabase("../x.dump", "")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new DumpDatabase("--schema-only", "")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aLineThatWritesACheckableFileIsRead() {
		assertThat(Lines.call("pg_dump $DATABASE_URL -Fc -f before.dump", new DumpReader()))
			.satisfies((call) -> assertThat(call.action()).isEqualTo(new DumpDatabase("before.dump", "")))
			.satisfies((call) -> assertThat(call.hint()).isEqualTo(new TargetHint.Variable("DATABASE_URL")));
		assertThat(Lines
			.call("PGPASSWORD=$DB_PASSWORD pg_dump -h db -U app -d shop --format=custom"
					+ " --file=/backups/shop.dump --table=public.orders", new DumpReader())
			.action()).isEqualTo(new DumpDatabase("/backups/shop.dump", "public.orders"));
		DumpDatabase action = new DumpDatabase("/backups/shop.dump", "public.orders");
		assertThat(Lines.call(action.commandLine(), new DumpReader()).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg_dump shop >> x.sql", "pg_dump shop | gzip > x.gz", "pg_dump -Fc shop",
			"pg_dump -Fp -f x.dump shop", "pg_dump -Fc -f x.sql shop", "pg_dump -f x.sql.gz shop",
			"pg_dump -Fc -f x.dump --clean shop", "pg_dump -Fc -f x.dump -t 'cust*' shop",
			"pg_dump -Fc -f ../x.dump shop", "pg_dump -Fc -f -x shop", "pg_dump -Fc -f x.dump a b",
			"pg_dump -Fc -f x.dump -t a -t b shop", "pg_dump -Fc -f \"$FILE\" shop",
			"pg_dump -Fc -f x.dump 'postgresql://u:p@h/shop'" })
	void whatCannotBeCheckedStaysAPersons(String line) {
		assertThat(Lines.reason(line, new DumpReader())).isNotBlank();
	}

}
