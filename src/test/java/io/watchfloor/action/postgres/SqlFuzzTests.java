package io.watchfloor.action.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is read as a query changes nothing, however it is put together. */
class SqlFuzzTests {

	private static final long SEED = 7_112_026;

	private static final List<String> PIECES = List.of("SELECT", "SELECT 1", "SELECT a FROM canary", "FROM canary",
			"evil()", "public.evil()", "\"evil\"()", "pg_advisory_lock(42)", "pg_advisory_lock/**/(42)", "'", "''",
			"'x'", "E'\\''", "E'x'", "$$", "$a$", "$$;$$", "--", "-- x\n", "/*", "*/", "/* ' */", ";", ",", "(", ")",
			"1", "a", "b", "DELETE FROM canary", "UPDATE canary SET a = 2", "INSERT INTO canary VALUES (1)",
			"RETURNING *", "WITH x AS (", ") SELECT * FROM x", "INTO t2", "FOR UPDATE", "UNION ALL", "WHERE", "AND",
			"OR", "true", "ORDER BY", "LIMIT 1", "U&\"\\0065vil\"()", "EXPLAIN", "EXPLAIN ANALYZE", "(ANALYZE)",
			"VALUES (", "TABLE canary", "\n", "\\", "\\g", "count(*)", "coalesce(", "CASE WHEN", "THEN", "END",
			"::text", "AS x", "AS evil", "nextval('s')", "OPERATOR(public.%%%)", "%%%", "SHOW ALL",
			"pg_catalog.count(*)", "lower(", "\u0000", "\u00a0", "\ufeff", "é");

	private final Random random = new Random(SEED);

	@Test
	void tenThousandHostileStatementsLeaveNoTrace() throws Exception {
		try (LivePostgres postgres = new LivePostgres(Map.of())) {
			postgres.sql("CREATE TABLE canary (a int, b text)", "INSERT INTO canary VALUES (1, 'x')",
					"CREATE SEQUENCE s",
					"CREATE FUNCTION evil() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM pg_advisory_lock(42)'",
					"CREATE FUNCTION evil2(int, int) RETURNS int LANGUAGE sql AS 'SELECT evil()'",
					"CREATE OPERATOR public.%%% (LEFTARG = int, RIGHTARG = int, FUNCTION = evil2)");
			PostgresServers servers = new PostgresServers(new NoSecrets());
			int queries = 0;
			try (PostgresSession session = servers.reading(postgres.target())) {
				for (int round = 0; round < 10_000; round++) {
					queries += run(session, statement()) ? 1 : 0;
				}
				assertThat(session.rows("SELECT 1 AS held FROM pg_locks WHERE locktype = 'advisory'"))
					.as("seed %d: something called evil()", SEED)
					.isEmpty();
			}
			assertThat(queries).as("statements that were run").isGreaterThan(200);
			assertThat(postgres.ask("SELECT count(*) || b FROM canary GROUP BY b")).isEqualTo("1x");
			assertThat(postgres.ask("SELECT to_regclass('t2')")).isEqualTo("null");
			assertThat(postgres.ask("SELECT is_called FROM s")).isEqualTo("f");
		}
	}

	private String statement() {
		int pieces = 1 + this.random.nextInt(6);
		String start = this.random.nextBoolean() ? "SELECT a FROM canary " : "";
		return start + Stream.generate(() -> PIECES.get(this.random.nextInt(PIECES.size())))
			.limit(pieces)
			.collect(Collectors.joining(this.random.nextBoolean() ? " " : ""));
	}

	/** Runs what is read as a query; true when it was one. */
	private static boolean run(PostgresSession session, String sql) throws SQLException {
		Action action;
		try {
			action = SqlLine.read(sql);
		}
		catch (IllegalArgumentException refused) {
			return false;
		}
		if (!(action instanceof Query query)) {
			return false;
		}
		for (String statement : query.statements()) {
			try {
				session.asWritten(statement, 10);
			}
			catch (Problem refused) {
				session.forget();
			}
		}
		return true;
	}

	@Test
	void tenThousandHostileNamesNameOneThingOrNothing() {
		int accepted = 0;
		for (int round = 0; round < 10_000; round++) {
			String name = Stream.generate(() -> PIECES.get(this.random.nextInt(PIECES.size())))
				.limit(1 + this.random.nextInt(3))
				.collect(Collectors.joining());
			try {
				SqlName.demand(name);
			}
			catch (IllegalArgumentException refused) {
				continue;
			}
			accepted++;
			SqlText text = SqlText.single("SELECT 1 FROM " + name);
			assertThat(text.tokens()).as(name).hasSizeLessThanOrEqualTo(6);
		}
		assertThat(accepted).isPositive();
	}

}
