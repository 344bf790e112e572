package io.watchfloor.action.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresTests {

	private static EmbeddedPostgres server;

	private static Actions actions;

	@BeforeAll
	static void start() throws Exception {
		server = EmbeddedPostgres.builder().start();
		PostgresServers servers = new PostgresServers(new NoSecrets());
		actions = Connectors.of(handlers(servers));
		sql("CREATE TABLE customers (id int PRIMARY KEY, score int)");
		sql("INSERT INTO customers SELECT n, n FROM generate_series(1, 2000) n");
		sql("CREATE INDEX idx_customers_score ON customers(score)");
		sql("CREATE TABLE \"Odd \"\"Table\"\"; DROP TABLE customers\" (\"Ä\" int PRIMARY KEY)");
	}

	static List<ActionHandler<?>> handlers(PostgresServers servers) {
		Clock clock = Clock.systemUTC();
		return List.of(new PingHandler(servers, clock), new ActivityHandler(servers, clock),
				new SizesHandler(servers, clock), new SlowQueriesHandler(servers, clock),
				new QueryHandler(servers, clock), new VacuumHandler(servers, clock), new ReindexHandler(servers, clock),
				new TerminateBackendsHandler(servers, clock), new SqlChangeHandler(servers, clock),
				new ServerCallHandler(servers, clock), new ListObjectsHandler(servers, clock),
				new DescribeTableHandler(servers, clock), new IsReadyHandler(servers, clock));
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static Target target() {
		return target(server.getPort());
	}

	private static Target target(int port) {
		return Targets.target("database", "postgres",
				Map.of("url", "postgresql://127.0.0.1:" + port + "/postgres", "user", "postgres"));
	}

	private static Reading read(Action action) {
		return actions.read(action, target(), RunContext.none());
	}

	@Test
	void readsAnswerWithWhereFromAndWhatTheyFound() {
		assertThat(read(new Ping()).text()).isEqualTo("1");
		assertThat(read(new Query("SELECT count(*) FROM customers")).value()).isEqualTo(2000.0);
		assertThat(read(new Activity()).value()).isBetween(0.0, 100.0);
		assertThat(read(new Sizes()).table().rows()).extracting((row) -> row.get(1))
			.contains("Odd \"Table\"; DROP TABLE customers", "customers");
		assertThat(read(new Query("SELECT id FROM customers ORDER BY id")).table().rows()).hasSize(500);
		assertThat(read(new Query("SELECT max(id) AS top FROM customers WHERE id < 0")).known()).isFalse();
	}

	@Test
	void slowQueriesAreUnknownWithoutTheExtensionAndSayHowToEnableIt() {
		Reading reading = read(new SlowQueries(SlowQueries.Order.MEAN, 100, 10));
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("CREATE EXTENSION pg_stat_statements");
	}

	@Test
	void aReadCannotWriteEvenWhereTheParserWouldLetIt() throws SQLException {
		sql("CREATE SEQUENCE trap_seq", "CREATE VIEW trap AS SELECT nextval('trap_seq') AS n");
		assertThat(read(new Query("SELECT n FROM trap")).summary()).contains("read-only transaction");
	}

	@Test
	void noAnswerARefusalAndNonsenseAreUnknown() throws IOException {
		int nobody;
		try (ServerSocket free = new ServerSocket(0)) {
			nobody = free.getLocalPort();
		}
		assertThat(actions.read(new Ping(), target(nobody), RunContext.none()).summary()).contains("did not go along");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> actions.preview(new Vacuum(Vacuum.Mode.ANALYZE, List.of()), target(nobody)));
		try (ServerSocket nonsense = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> talkNonsense(nonsense));
			assertThat(actions.read(new Ping(), target(nonsense.getLocalPort()), RunContext.none()).known()).isFalse();
		}
		assertThat(read(new Query("SELECT nothing FROM nowhere")).summary()).contains("nowhere");
	}

	private static void talkNonsense(ServerSocket nonsense) {
		while (!nonsense.isClosed()) {
			try (Socket socket = nonsense.accept()) {
				socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	@Test
	void vacuumRunsOnTheTablesFoundAndMovesTheirLastRun() throws SQLException {
		sql("DELETE FROM customers WHERE id > 1900");
		Vacuum action = new Vacuum(Vacuum.Mode.VACUUM_ANALYZE,
				List.of("customers", "\"Odd \"\"Table\"\"; DROP TABLE customers\""));
		Plan plan = actions.preview(action, target()).plan();
		assertThat(plan.calls()).containsExactly(new Plan.Call("VACUUM (ANALYZE) public.customers"),
				new Plan.Call("VACUUM (ANALYZE) public.\"Odd \"\"Table\"\"; DROP TABLE customers\""));
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		execute(action, plan);
		await(action, plan);
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
		assertThat(actions.preview(action, target()).plan().markers()).as("stale for a second run")
			.isNotEqualTo(plan.markers());
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> actions.preview(new Vacuum(Vacuum.Mode.VACUUM, List.of("nowhere")), target()))
			.withMessageContaining("no table nowhere");
	}

	@Test
	void vacuumStopsBetweenTablesWhenAsked() {
		Vacuum action = new Vacuum(Vacuum.Mode.ANALYZE, List.of("customers"));
		Plan plan = actions.preview(action, target()).plan();
		assertThat(actions.changes(action).execute(action, plan, target(), new Recorder(plan, 0)))
			.isInstanceOf(Outcome.Failed.class);
	}

	@Test
	void reindexRebuildsIndexesUnderTheirNames() {
		for (Reindex action : List.of(new Reindex(Reindex.Kind.INDEX, "idx_customers_score"),
				new Reindex(Reindex.Kind.TABLE, "customers"))) {
			Plan plan = actions.preview(action, target()).plan();
			assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
			execute(action, plan);
			assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
			assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
		}
	}

	@Test
	void terminateReachesOnlyTheProcessOfThePlan() throws SQLException {
		try (Connection victim = connect(); Connection bystander = connect()) {
			TerminateBackends action = new TerminateBackends(TerminateBackends.Mode.TERMINATE, List.of(pid(victim)));
			Plan plan = actions.preview(action, target()).plan();
			Map<String, String> reused = Map.of("pid " + pid(victim), "2020-01-01 00:00:00.000000");
			Plan other = new Plan(plan.calls(), List.of(), List.of(), List.of(), List.of(), "", plan.doneWhen(),
					new TreeMap<>(reused), plan.readAt());
			execute(action, other);
			assertThat(victim.isValid(1)).as("another process under the same pid").isTrue();
			assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
			execute(action, plan);
			await(action, plan);
			assertThat(victim.isValid(1)).isFalse();
			assertThat(bystander.isValid(1)).isTrue();
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> actions.preview(action, target()))
				.withMessageContaining("is gone");
		}
	}

	@Test
	void processesOfTheServerAreMarked() throws SQLException {
		int pid;
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet results = statement
					.executeQuery("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")) {
			results.next();
			pid = results.getInt(1);
		}
		TerminateBackends action = new TerminateBackends(TerminateBackends.Mode.TERMINATE, List.of(pid));
		assertThat(actions.preview(action, target()).plan().warnings()).singleElement().matches(Plan.Warning::grave);
	}

	private static void execute(Action action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		assertThat(actions.changes(action).execute(action, plan, target(), recorder))
			.isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
	}

	private static void await(Action action, Plan plan) {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (verify(action, plan) != Verification.State.HOLDS) {
			assertThat(System.nanoTime()).isLessThan(end);
		}
	}

	private static Verification.State verify(Action action, Plan plan) {
		return actions.changes(action).verify(action, plan, target()).state();
	}

	private static Settlement.Finding probe(Action action, Plan plan) {
		return actions.changes(action).probe(action, plan, target()).finding();
	}

	private static Connection connect() throws SQLException {
		return server.getPostgresDatabase().getConnection();
	}

	private static int pid(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet results = statement.executeQuery("SELECT pg_backend_pid()")) {
			results.next();
			return results.getInt(1);
		}
	}

	private static void sql(String... statements) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
