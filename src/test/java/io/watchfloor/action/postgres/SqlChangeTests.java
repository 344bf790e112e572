package io.watchfloor.action.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlChangeTests {

	private static LivePostgres postgres;

	@BeforeAll
	static void start() throws IOException {
		postgres = new LivePostgres(Map.of());
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@BeforeEach
	void tables() throws SQLException {
		postgres.sql("DROP SCHEMA public CASCADE", "CREATE SCHEMA public",
				"CREATE TABLE jobs (id int PRIMARY KEY, state text, tries int)",
				"INSERT INTO jobs SELECT n, CASE WHEN n <= 30 THEN 'failed' ELSE 'done' END, 0 FROM generate_series(1, 100) n",
				"CREATE INDEX jobs_state ON jobs(state)",
				"CREATE MATERIALIZED VIEW counts AS SELECT count(*) FROM jobs");
	}

	@Test
	void aDeletionShowsWhatGoesAndTakesExactlyThat() throws SQLException {
		SqlChange action = new SqlChange("DELETE FROM jobs WHERE state = 'failed'");
		Plan plan = postgres.plan(action);
		assertThat(plan.changes()).containsExactly(new Plan.Change("rows chosen", "30", "0"));
		assertThat(plan.samples()).hasSize(20).contains("(1,failed,0)");
		assertThat(plan.effects()).anyMatch((effect) -> effect.contains("Scan"));
		assertThat(postgres.ask("SELECT count(*) FROM jobs")).as("a plan changes nothing").isEqualTo("100");
		assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(postgres.ask("SELECT count(*) FROM jobs")).isEqualTo("70");
		assertThat(postgres.verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void anotherNumberOfRowsThanThePlanShowedIsTakenBack() throws SQLException {
		SqlChange action = new SqlChange("UPDATE jobs SET tries = tries + 1 WHERE state = 'failed'");
		Plan plan = postgres.plan(action);
		postgres.sql("UPDATE jobs SET state = 'failed' WHERE id = 99");
		Outcome outcome = postgres.execute(action, plan);
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("31 rows").contains("30").contains("taken back");
		assertThat(postgres.ask("SELECT sum(tries) FROM jobs")).isEqualTo("0");
		assertThat(postgres.plan(action).markers()).isNotEqualTo(plan.markers());
	}

	@Test
	void aChangedRowMakesThePlanStaleEvenWhenTheirNumberIsTheSame() throws SQLException {
		SqlChange action = new SqlChange("UPDATE jobs AS j SET tries = 1 WHERE j.state = 'failed'");
		Plan plan = postgres.plan(action);
		postgres.sql("UPDATE jobs SET tries = 5 WHERE id = 1");
		assertThat(postgres.plan(action).markers()).isNotEqualTo(plan.markers());
	}

	@Test
	void rowsChosenByAJoinAreCountedOnce() throws SQLException {
		postgres.sql("CREATE TABLE notes (job int)", "INSERT INTO notes VALUES (1), (1), (2)");
		SqlChange action = new SqlChange("DELETE FROM jobs j USING notes n WHERE n.job = j.id");
		Plan plan = postgres.plan(action);
		assertThat(plan.markers()).containsEntry("rows", "2");
		assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
	}

	@Test
	void aChangeWithoutAConditionIsADanger() {
		assertThat(postgres.plan(new SqlChange("DELETE FROM jobs")).warnings())
			.anyMatch((warning) -> warning.grave() && warning.text().contains("every row"));
	}

	@Test
	void rowsThatAreWrittenOutAreLookedForAfterwards() {
		SqlChange action = new SqlChange("INSERT INTO jobs (id, state) VALUES (1001, 'new'), (1002, 'new')");
		Plan plan = postgres.plan(action);
		assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(postgres.verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		assertThat(postgres.probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
		Outcome again = postgres.execute(action, plan);
		assertThat(again).as("the key is taken").isInstanceOf(Outcome.Failed.class);
		assertThat(again.message()).contains("Nothing was changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRUNCATE jobs", "DROP TABLE IF EXISTS public.jobs, jobs",
			"DROP INDEX CONCURRENTLY jobs_state", "CREATE INDEX CONCURRENTLY jobs_tries ON jobs(tries)",
			"CREATE UNIQUE INDEX jobs_all ON public.jobs USING btree (id, state)",
			"ALTER TABLE jobs SET (autovacuum_vacuum_scale_factor = 0.05)",
			"ALTER TABLE jobs ADD COLUMN note varchar(20)", "ALTER TABLE jobs RENAME TO work", "VACUUM FULL jobs",
			"REINDEX TABLE jobs", "REINDEX INDEX jobs_state", "REINDEX DATABASE postgres",
			"CLUSTER jobs USING jobs_state", "REFRESH MATERIALIZED VIEW counts",
			"CREATE TABLE notes (id int PRIMARY KEY, job int REFERENCES jobs(id))",
			"CREATE EXTENSION IF NOT EXISTS pg_stat_statements", "CREATE SCHEMA more",
			"ALTER SYSTEM SET work_mem = '8MB'" })
	void whatAStatementLeavesBehindIsLookedAt(String sql) throws SQLException {
		SqlChange action = new SqlChange(sql);
		Plan plan = postgres.plan(action);
		if (!sql.contains("public.jobs, jobs")) {
			assertThat(postgres.verify(action, plan)).as("before").isNotEqualTo(Verification.State.HOLDS);
			assertThat(postgres.probe(action, plan)).as("before").isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
			Outcome outcome = postgres.execute(action, plan);
			assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
			assertThat(postgres.verify(action, plan)).as("after").isEqualTo(Verification.State.HOLDS);
			assertThat(postgres.probe(action, plan)).as("after").isEqualTo(Settlement.Finding.HAPPENED);
		}
		postgres.sql("DROP EXTENSION IF EXISTS pg_stat_statements", "DROP SCHEMA IF EXISTS more");
	}

	@Test
	void aWrittenDownSettingGoesBackToWhatItWas() throws SQLException {
		postgres.sql("ALTER SYSTEM SET work_mem = '7MB'");
		SqlChange action = new SqlChange("ALTER SYSTEM SET work_mem = '9MB'");
		Plan plan = postgres.plan(action);
		postgres.execute(action, plan);
		Action undo = postgres.actions.changes(action).undo(action, plan).orElseThrow();
		assertThat(undo).isEqualTo(new SqlChange("ALTER SYSTEM SET work_mem = '7MB'"));
		postgres.execute(undo, postgres.plan(undo));
		assertThat(postgres.plan(action).markers()).isEqualTo(plan.markers());
	}

	@Test
	void aDatabaseIsCreatedAndDropped() throws SQLException {
		SqlChange create = new SqlChange("CREATE DATABASE \"Scratch one\"");
		Plan plan = postgres.plan(create);
		assertThat(postgres.execute(create, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(postgres.verify(create, plan)).isEqualTo(Verification.State.HOLDS);
		SqlChange drop = new SqlChange("DROP DATABASE \"Scratch one\"");
		Plan dropping = postgres.plan(drop);
		assertThat(dropping.changes().getFirst().now()).contains("kB").contains("0 connections");
		assertThat(postgres.execute(drop, dropping)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(postgres.verify(drop, dropping)).isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void aConfigurationIsLoadedAgain() {
		ServerCall action = new ServerCall(ServerCall.Function.PG_RELOAD_CONF);
		Plan plan = postgres.plan(action);
		assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
		long end = System.nanoTime() + 10_000_000_000L;
		while (postgres.verify(action, plan) != Verification.State.HOLDS) {
			assertThat(System.nanoTime()).isLessThan(end);
		}
	}

	@Test
	void aConditionChoosesItsProcessesWhenThePlanIsMade() throws SQLException {
		TerminateBackends action = new TerminateBackends(TerminateBackends.Mode.TERMINATE, List.of(),
				"application_name = 'victim' AND state LIKE 'idle%'");
		try (var victim = postgres.connect(); var statement = victim.createStatement()) {
			statement.execute("SET application_name = 'victim'");
			Plan plan = postgres.plan(action);
			assertThat(plan.calls()).hasSize(1);
			assertThat(postgres.execute(action, plan)).isInstanceOf(Outcome.Succeeded.class);
			assertThat(victim.isValid(1)).isFalse();
		}
	}

	@Test
	void listsAndDescriptionsShowWhatPsqlShows() {
		assertThat(postgres.read(new ListObjects(ListObjects.Kind.TABLES)).text()).contains("public | jobs | table");
		for (ListObjects.Kind kind : ListObjects.Kind.values()) {
			assertThat(postgres.read(new ListObjects(kind)).known()).as(kind.name()).isTrue();
		}
		assertThat(postgres.read(new DescribeTable("jobs")).text()).contains("tries integer").contains("jobs_pkey");
		assertThat(postgres.read(new DescribeTable("nowhere")).known()).isFalse();
		assertThat(postgres.read(new IsReady()).text()).endsWith("accepting connections");
	}

}
