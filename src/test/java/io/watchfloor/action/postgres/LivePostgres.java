package io.watchfloor.action.postgres;

import java.util.List;
import io.watchfloor.action.ActionHandler;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import io.watchfloor.action.Action;
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
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server of its own with the connector's actions, gone when closed. */
public class LivePostgres implements AutoCloseable {

	private final EmbeddedPostgres server;

	/** The connector's actions. */
	final Actions actions = Connectors.of(PostgresTests.handlers(new PostgresServers(new NoSecrets())));

	/** Starts a server with settings of postgresql.conf. */
	public LivePostgres(Map<String, String> settings) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
		settings.forEach(builder::setServerConfig);
		this.server = builder.start();
	}

	/** What the connector can do with it. */
	public static List<ActionHandler<?>> handlers() {
		return PostgresTests.handlers(new PostgresServers(new NoSecrets()));
	}

	/** Changes rows. */
	public static Action change(String sql) {
		return new SqlChange(sql);
	}

	/** The port it listens on. */
	public int port() {
		return this.server.getPort();
	}

	/** Its database postgres. */
	public Target target() {
		return target(port());
	}

	/** The same database behind another port. */
	static Target target(int port) {
		return Targets.target("database", "postgres",
				Map.of("url", "postgresql://127.0.0.1:" + port + "/postgres", "user", "postgres"), "$DATABASE_URL");
	}

	Connection connect() throws SQLException {
		return this.server.getPostgresDatabase().getConnection();
	}

	/** Runs statements. */
	public void sql(String... statements) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/** One cell as text. */
	public String ask(String sql) throws SQLException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet results = statement.executeQuery(sql)) {
			return results.next() ? String.valueOf(results.getString(1)) : "";
		}
	}

	/** Asks again until the cell is what is expected. */
	void awaitCell(String expected, String sql) throws SQLException {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!ask(sql).equals(expected)) {
			assertThat(System.nanoTime()).as("%s is %s", sql, expected).isLessThan(end);
		}
	}

	Reading read(Action action) {
		return this.actions.read(action, target(), RunContext.none());
	}

	Plan plan(Action action) {
		return this.actions.preview(action, target()).plan();
	}

	Outcome execute(Action action, Plan plan) {
		return this.actions.changes(action).execute(action, plan, target(), new Recorder(plan));
	}

	Verification.State verify(Action action, Plan plan) {
		return this.actions.changes(action).verify(action, plan, target()).state();
	}

	Settlement.Finding probe(Action action, Plan plan) {
		return this.actions.changes(action).probe(action, plan, target()).finding();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
