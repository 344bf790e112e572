package io.watchfloor.action.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement;
import io.watchfloor.testing.CuttableLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to statements under way. */
class InterruptionTests {

	private static final String RUNNING = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%s%%'";

	private static LivePostgres postgres;

	@BeforeAll
	static void start() throws Exception {
		postgres = new LivePostgres(Map.of());
		postgres.sql("CREATE TABLE customers (id int PRIMARY KEY, score int)",
				"INSERT INTO customers SELECT n, n FROM generate_series(1, 2000) n",
				"CREATE INDEX idx_customers_score ON customers(score)");
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	/** Asks to stop from the start, yet lets every call go out. */
	private static final class Impatient extends Recorder {

		private Impatient(Plan plan) {
			super(plan);
		}

		@Override
		public boolean cancelled() {
			return !this.calls.isEmpty();
		}

	}

	@Test
	void aRunningRebuildIsCancelledOnTheServer() throws Exception {
		Reindex action = new Reindex(Reindex.Kind.INDEX, "idx_customers_score");
		Plan plan = postgres.plan(action);
		try (Connection reader = postgres.connect(); Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("SELECT count(*) FROM customers");
			Outcome outcome = postgres.actions.changes(action)
				.execute(action, plan, postgres.target(), new Impatient(plan));
			assertThat(outcome).isInstanceOf(Outcome.Failed.class);
			assertThat(outcome.message()).startsWith("Stopped on request").contains("_ccnew");
			reader.rollback();
		}
		postgres.awaitCell("0", RUNNING.formatted("REINDEX"));
		assertThat(postgres.plan(action).warnings()).as("what is left over is told")
			.anyMatch((warning) -> warning.text().contains("_ccnew"));
		postgres.sql("DROP INDEX idx_customers_score_ccnew");
	}

	@Test
	void aVacuumThatWaitsForALockIsCancelledToo() throws Exception {
		Vacuum action = new Vacuum(Vacuum.Mode.VACUUM, List.of("customers"));
		Plan plan = postgres.plan(action);
		try (Connection holder = postgres.connect(); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE customers IN SHARE UPDATE EXCLUSIVE MODE");
			Outcome outcome = postgres.actions.changes(action)
				.execute(action, plan, postgres.target(), new Impatient(plan));
			assertThat(outcome.message()).isEqualTo("Stopped on request. 0 of 1 statements were done.");
		}
	}

	@Test
	void aProbeFindsThatARebuildWentOnAfterTheLineWasCut() throws Exception {
		Reindex action = new Reindex(Reindex.Kind.TABLE, "customers");
		Plan plan = postgres.plan(action);
		CompletableFuture<Outcome> outcome;
		try (CuttableLine line = new CuttableLine(postgres.port());
				Connection reader = postgres.connect();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("SELECT count(*) FROM customers");
			outcome = CompletableFuture.supplyAsync(() -> postgres.actions.changes(action)
				.execute(action, plan, LivePostgres.target(line.port()), new Recorder(plan)));
			postgres.awaitCell("1", RUNNING.formatted("REINDEX"));
			line.cut();
			assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
			assertThat(postgres.probe(action, plan)).as("while it still waits")
				.isNotEqualTo(Settlement.Finding.HAPPENED);
			reader.rollback();
		}
		postgres.awaitCell("0", RUNNING.formatted("REINDEX"));
		assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void aCancelEndsTheQueryAndLeavesTheConnection() throws Exception {
		try (Connection victim = postgres.connect(); Statement statement = victim.createStatement()) {
			CompletableFuture<String> ended = CompletableFuture.supplyAsync(() -> fate(statement));
			postgres.awaitCell("1", RUNNING.formatted("SELECT pg_sleep"));
			int pid = Integer
				.parseInt(postgres.ask("SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"));
			TerminateBackends action = new TerminateBackends(TerminateBackends.Mode.CANCEL, List.of(pid));
			Plan plan = postgres.plan(action);
			assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
			assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
			assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("57014");
			assertThat(victim.isValid(1)).isTrue();
			assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
			statement.execute("SELECT 1");
			postgres.execute(action, plan);
			assertThat(victim.isValid(1)).as("another query of the same process is left alone").isTrue();
		}
	}

	private static String fate(Statement statement) {
		try {
			statement.execute("SELECT pg_sleep(60)");
			return "slept";
		}
		catch (SQLException ended) {
			return String.valueOf(ended.getSQLState());
		}
	}

}
