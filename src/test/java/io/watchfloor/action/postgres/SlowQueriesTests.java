package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowQueriesTests {

	@Test
	void theSlowestStatementsComeFirstUnderTheServersOwnColumnNames() throws Exception {
		try (LivePostgres postgres = new LivePostgres(Map.of("shared_preload_libraries", "pg_stat_statements"))) {
			postgres.sql("CREATE EXTENSION pg_stat_statements", "SELECT pg_sleep(0.25)",
					"SELECT count(*) FROM pg_class");
			Reading reading = postgres.read(new SlowQueries(SlowQueries.Order.MEAN, 200, 10));
			assertThat(reading.known()).as(reading.summary()).isTrue();
			assertThat(reading.value()).isEqualTo(1.0);
			assertThat(reading.table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.getFirst()).isEqualTo("SELECT pg_sleep($1)"));
			assertThat(reading.source()).contains("mean_exec_time");
			List<List<String>> all = postgres.read(new SlowQueries(SlowQueries.Order.TOTAL, 0, 100)).table().rows();
			assertThat(all.getFirst().getFirst()).isEqualTo("SELECT pg_sleep($1)");
			assertThat(all).extracting(List::getFirst).anyMatch((query) -> query.contains("pg_class"));
		}
	}

}
