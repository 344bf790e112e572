package io.watchfloor.action.postgres.probe;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.probe.PostgresProbe.What;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server of its own. */
class PostgresProbeTests {

	private static LivePostgres server;

	@BeforeAll
	static void start() throws Exception {
		server = new LivePostgres(Map.of("fsync", "off", "autovacuum_naptime", "1h"));
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static Reading read(What what) {
		return new PostgresProbeHandler(new PostgresServers(new NoSecrets()), Clock.systemUTC())
			.read(new PostgresProbe(what), server.target(), RunContext.none());
	}

	@Test
	void aPrimaryWithoutAStandbyHasNoLagWhichIsNotZero() {
		Reading reading = read(What.REPLICATION);
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("primary").contains("no standby is connected");
	}

	@Test
	void anIndexThatNobodyReadIsFoundAndAUniqueOneIsNot() throws Exception {
		server.sql("CREATE TABLE orders (id int PRIMARY KEY, a int, b int UNIQUE)",
				"CREATE INDEX orders_a ON orders (a)");
		Reading reading = read(What.UNUSED_INDEXES);
		assertThat(reading.table().rows()).extracting((row) -> row.get(2)).containsExactly("orders_a");
		assertThat(reading.summary()).contains("counts for less than a week");
	}

	@Test
	void theShareOfDeadRowsIsRead() throws Exception {
		server.sql("CREATE TABLE churn (a int)", "INSERT INTO churn SELECT generate_series(1, 1000)",
				"DELETE FROM churn WHERE a > 250", "SELECT pg_stat_force_next_flush()");
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(read(What.DEAD_ROWS).value()).isEqualTo(75.0));
		assertThat(read(What.DEAD_ROWS).summary()).contains("churn");
	}

	@Test
	void autovacuumThatIsOffForATableIsNotAsExpected() throws Exception {
		assertThat(read(What.AUTOVACUUM).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		server.sql("CREATE TABLE still (a int) WITH (autovacuum_enabled = off)");
		Reading reading = read(What.AUTOVACUUM);
		assertThat(reading.judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(reading.summary()).contains("still: autovacuum_enabled");
		server.sql("DROP TABLE still");
		assertThat(List.of(What.values())).hasSize(4);
	}

}
