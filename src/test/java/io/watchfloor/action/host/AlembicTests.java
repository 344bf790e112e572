package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.host.AlembicMove.Way;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A project with three migrations, Debian's Alembic and a real PostgreSQL. */
class AlembicTests {

	@TempDir
	private static Path folder;

	private static LivePostgres server;

	private static Target target;

	private static Trial<AlembicMove> trial;

	@BeforeAll
	static void project() throws Exception {
		RealServers.optional("alembic", "alembic python3-psycopg2");
		server = new LivePostgres(Map.of("fsync", "off"));
		Files.createDirectories(folder.resolve("migrations/versions"));
		Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
		Files.writeString(folder.resolve("migrations/env.py"), """
				from alembic import context
				from sqlalchemy import create_engine
				url = "postgresql://postgres@127.0.0.1:%d/postgres"
				if context.is_offline_mode():
				    context.configure(url=url, literal_binds=True)
				    with context.begin_transaction():
				        context.run_migrations()
				else:
				    with create_engine(url).connect() as connection:
				        context.configure(connection=connection)
				        with context.begin_transaction():
				            context.run_migrations()
				""".formatted(server.port()));
		migration("aaa111", "", "customers", "op.create_table('customers', sa.Column('id', sa.Integer))",
				"op.drop_table('customers')");
		migration("bbb222", "aaa111", "notes", "op.add_column('customers', sa.Column('note', sa.Text))",
				"op.drop_column('customers', 'note')");
		migration("ccc333", "bbb222", "index", "op.create_index('by_note', 'customers', ['note'])",
				"op.drop_index('by_note')");
		target = Targets.target("app", "host", Map.of("via", "local", "folder", folder.toString()));
		trial = new Trial<>(new AlembicMoveHandler(LocalHosts.create(), Clock.systemUTC()), target);
	}

	private static void migration(String id, String before, String title, String up, String down) throws IOException {
		Files.writeString(folder.resolve("migrations/versions/" + id + ".py"), """
				\"""%s\"""
				from alembic import op
				import sqlalchemy as sa
				revision = '%s'
				down_revision = %s
				def upgrade():
				    %s
				def downgrade():
				    %s
				""".formatted(title, id, before.isEmpty() ? "None" : "'" + before + "'", up, down));
	}

	@BeforeEach
	void atTheNewest() throws Exception {
		server.sql("DROP TABLE IF EXISTS customers, alembic_version");
		AlembicMove up = new AlembicMove(Way.UPGRADE, "head");
		trial.run(up);
		server.sql("INSERT INTO customers VALUES (1, 'kept?')");
	}

	@AfterAll
	static void stop() throws IOException {
		if (server != null) {
			server.close();
		}
	}

	private static Reading read(HostTool tool) {
		return new HostReadHandler(LocalHosts.create(), Clock.systemUTC()).read(new HostRead(tool), target,
				RunContext.none());
	}

	@Test
	void whereTheDatabaseIsAndWhatThereIsAreRead() throws Exception {
		assertThat(read(HostTool.ALEMBIC_CURRENT).text()).contains("ccc333 (head)");
		assertThat(read(HostTool.ALEMBIC_HISTORY).text()).contains("aaa111 -> bbb222, notes", "<base> -> aaa111");
		server.sql("DROP TABLE alembic_version");
		assertThat(read(HostTool.ALEMBIC_CURRENT).known()).isTrue();
		assertThat(server.ask("SELECT to_regclass('alembic_version') IS NULL")).as("a read makes no table")
			.isEqualTo("t");
	}

	@Test
	void twoStepsBackAreSettledShownCarriedOutAndTakenBack() throws Exception {
		AlembicMove action = new AlembicMove(Way.DOWNGRADE, "-2");
		Plan plan = trial.plan(action);
		assertThat(plan.calls()).containsExactly(new Plan.Call("alembic downgrade aaa111"));
		assertThat(plan.samples()).containsExactly("DROP INDEX by_note", "ALTER TABLE customers DROP COLUMN note");
		assertThat(plan.warnings()).filteredOn(Plan.Warning::grave)
			.singleElement()
			.satisfies((warning) -> assertThat(warning.text()).contains("ALTER TABLE customers DROP COLUMN note"));
		assertThat(server.ask("SELECT version_num FROM alembic_version")).as("planning changes nothing")
			.isEqualTo("ccc333");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		trial.run(action, plan);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		trial.undo(action, plan,
				(back) -> assertThat(back.calls().getFirst().text()).isEqualTo("alembic upgrade ccc333"));
		assertThat(trial.state(action, plan)).as("what was undone does not hold").isEqualTo(State.NOT_YET);
		assertThat(server.ask("SELECT note IS NULL FROM customers")).as("the column came back, its data did not")
			.isEqualTo("t");
	}

	@Test
	void aMoveThatStoppedHalfwayCannotBeTold() throws Exception {
		AlembicMove action = new AlembicMove(Way.DOWNGRADE, "aaa111");
		Plan plan = trial.plan(action);
		server.sql("UPDATE alembic_version SET version_num = 'bbb222'");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
		assertThat(trial.plan(new AlembicMove(Way.DOWNGRADE, "-1")).markers()).isNotEqualTo(plan.markers());
	}

	@Test
	void whatTheDatabaseRefusesFailsAndLeavesTheRevision() throws Exception {
		AlembicMove action = new AlembicMove(Way.DOWNGRADE, "-1");
		Plan plan = trial.plan(action);
		server.sql("DROP INDEX by_note");
		Outcome outcome = trial.outcome(action, plan, new Recorder(plan));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("by_note");
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void whatIsNotBeforeOrNotThereHasNoPlan() throws Exception {
		assertThatThrownBy(() -> trial.plan(new AlembicMove(Way.DOWNGRADE, "-3"))).isInstanceOf(Problem.class)
			.hasMessageContaining("every table would be dropped");
		assertThatThrownBy(() -> trial.plan(new AlembicMove(Way.DOWNGRADE, "fff")))
			.hasMessageContaining("no revision fff");
		assertThatThrownBy(() -> trial.plan(new AlembicMove(Way.UPGRADE, "head")))
			.hasMessageContaining("nothing to do");
		assertThatThrownBy(() -> trial.plan(new AlembicMove(Way.UPGRADE, "aaa111")))
			.hasMessageContaining("is not after");
		server.sql("UPDATE alembic_version SET version_num = 'zzz999'");
		assertThatThrownBy(() -> trial.plan(new AlembicMove(Way.DOWNGRADE, "-1"))).isInstanceOf(Problem.class);
	}

	@Test
	void aHistoryWithBranchesIsAPersons() {
		assertThatThrownBy(() -> Revisions.of("""
				aaa111 -> ddd444 (head), b
				aaa111 -> ccc333 (head), c
				<base> -> aaa111 (branchpoint), a
				""")).isInstanceOf(Problem.class);
		assertThatThrownBy(() -> Revisions.of("ccc333, ddd444 -> eee555 (head) (mergepoint), m\n"))
			.isInstanceOf(Problem.class);
		assertThatThrownBy(() -> Revisions.current("aaa111\nbbb222\n")).isInstanceOf(Problem.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alembic downgrade -1", "alembic downgrade abc123", "alembic upgrade head",
			"alembic upgrade +2" })
	void aLineIsReadAndShownAsTheSame(String line) {
		AlembicMove action = (AlembicMove) Lines.call(line, new HostReader()).action();
		assertThat(action.commandLine()).isEqualTo(line);
		assertThat(action.risk()).isEqualTo(line.contains("down") ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alembic downgrade base", "alembic downgrade head", "alembic downgrade +1",
			"alembic upgrade -1", "alembic downgrade", "alembic downgrade --sql", "alembic downgrade abc123 --tag x",
			"alembic downgrade 'a b'", "alembic upgrade heads", "alembic downgrade $REV",
			"alembic -x a=b upgrade head" })
	void whatReachesFurtherIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new HostReader())).isNotBlank();
	}

}
