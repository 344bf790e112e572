package io.watchfloor.action.postgres;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PsqlReaderTests {

	private static final TargetHint DATABASE_URL = new TargetHint.Variable("DATABASE_URL");

	private final PsqlReader reader = new PsqlReader();

	@Test
	void readsTheLinesOfTheSourceRunbooks() {
		understands("psql $DATABASE_URL -c \"SELECT 1;\"", new Ping(), DATABASE_URL);
		understands("psql $DATABASE_URL -c \"VACUUM VERBOSE;\"", new Vacuum(Vacuum.Mode.VACUUM, List.of()),
				DATABASE_URL);
		understands("psql $DATABASE_URL -c \"ANALYZE VERBOSE;\"", new Vacuum(Vacuum.Mode.ANALYZE, List.of()),
				DATABASE_URL);
		understands("psql $DATABASE_URL -c \"VACUUM ANALYZE customers;\"",
				new Vacuum(Vacuum.Mode.VACUUM_ANALYZE, List.of("customers")), DATABASE_URL);
		understands("psql $DATABASE_URL -c \"SELECT COUNT(*) FROM customers;\"",
				new Query("SELECT COUNT(*) FROM customers"), DATABASE_URL);
		understands(
				"psql $DATABASE_URL -c \"SELECT query, mean_time FROM pg_stat_statements WHERE mean_time > 1000 "
						+ "ORDER BY mean_time DESC LIMIT 10;\"",
				new SlowQueries(SlowQueries.Order.MEAN, 1000, 10), DATABASE_URL);
		understands("psql $DATABASE_URL -c \"SELECT * FROM pg_stat_activity WHERE state != 'idle';\"",
				new Query("SELECT * FROM pg_stat_activity WHERE state != 'idle'"), DATABASE_URL);
		understands("psql -h localhost -U mcp_user -d mcp -c \"VACUUM ANALYZE;\"",
				new Vacuum(Vacuum.Mode.VACUUM_ANALYZE, List.of()),
				new TargetHint.Written("postgresql://localhost/mcp"));
		understands(
				"docker exec orderdesk-postgres psql -U orderdesk -d orderdesk_production -c \"VACUUM (VERBOSE, ANALYZE)\"",
				new Vacuum(Vacuum.Mode.VACUUM_ANALYZE, List.of()),
				new TargetHint.Written("postgresql://orderdesk-postgres:5432/orderdesk_production"));
		understands("PGPASSWORD=$PW psql -d mcp_db -tA -c 'REINDEX INDEX CONCURRENTLY \"Odd Name\"'",
				new Reindex(Reindex.Kind.INDEX, "\"Odd Name\""), new TargetHint.Written("postgresql:///mcp_db"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "psql $U -c 'REINDEX TABLE customers'; blocks reads and writes",
			"psql $U -c 'REINDEX DATABASE d'; blocks reads and writes",
			"psql $U -c 'VACUUM ANALYZE VERBOSE'; refuses this order", "psql $U -c 'VACUUM FULL customers'; not",
			"psql $U -c 'SELECT pg_stat_reset()'; without its figures",
			"psql $U -c 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity'; choose the processes",
			"psql $U -c 'EXPLAIN ANALYZE SELECT 1 FROM a'; is not understood",
			"psql $U -c '\\d customers'; own commands", "psql $U -c 'DROP TABLE x'; single SELECT",
			"psql $U -f x.sql; flag -f", "psql $U < x.sql; redirection", "psql $U; only psql -c",
			"psql $U -c 'SELECT 1' -c 'SELECT 1'; more than one", "psql $U -c \"$Q\"; a shell",
			"psql postgresql://u:p@h/d -c 'SELECT 1'; not understood", "PGPASSWORD=x psql -c 'SELECT 1'; PGPASSWORD",
			"psql $U -c 'SELECT 1' | sponge; after the bar", "psql $U -d other -c 'SELECT 1'; one name too many" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d", "SELECT * INTO x FROM t",
			"SELECT * FROM t FOR UPDATE", "SELECT * FROM t FOR SHARE", "SELECT 1; DROP TABLE t",
			"SELECT lo_import('/x')", "SELECT \"lo_import\"('/x')", "SELECT pg_catalog.lo_import('/x')",
			"SELECT lo_import ('/x')", "SELECT lo_import/**/('/x')", "SELECT pg_sleep(60)", "SELECT dblink('x')",
			"SELECT set_config('a','b',false)", "SELECT nextval('s')", "SELECT E'\\'' || lo_import('/x') || ''",
			"SELECT U&'x'", "SELECT $$a$$", "SELECT 1 -- x", "TABLE t; SELECT 1", "INSERT INTO t VALUES (1)",
			"SELECT * FROM generate_series(1, 1000000000)", "SELECT query_to_xml('delete from t', true, true, '')",
			"COPY t TO PROGRAM 'x'", "" })
	void aQueryThatDoesMoreThanReadIsRefused(String sql) {
		assertThatIllegalArgumentException().isThrownBy(() -> ReadOnlySql.demand(sql));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SELECT state, COUNT(*) FROM pg_stat_activity GROUP BY state", "SELECT now() - interval '1 h'",
					"SELECT pg_size_pretty(pg_database_size('x'))", "SELECT a FROM t WHERE b IN (1, 2) AND (c OR d)",
					"WITH x AS (SELECT 1 AS a) SELECT * FROM x", "SELECT 'it''s; DELETE FROM t' AS a",
					"SELECT count(*) FILTER (WHERE a) FROM \"Odd Table\"", "SELECT pg_is_in_recovery()",
					"SELECT 'invoices' AS name, COUNT(*) FROM invoices UNION ALL SELECT 'x', COUNT(*) FROM y" })
	void ordinaryQueriesAreAccepted(String sql) {
		assertThat(new Query(sql).sql()).isEqualTo(sql);
	}

	private void understands(String line, Action action, TargetHint hint) {
		assertThat(Lines.call(line, this.reader)).isEqualTo(new ActionCall(action, hint));
	}

}
