package io.watchfloor.action.postgres;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReadOnlySqlTests {

	@ParameterizedTest
	@ValueSource(strings = { "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
			"WITH d AS (UPDATE t SET a = 1 RETURNING *) SELECT * FROM d",
			"WITH d AS (INSERT INTO t VALUES (1) RETURNING *) TABLE d",
			"WITH RECURSIVE d AS (DELETE FROM t RETURNING *) SELECT * FROM d", "SELECT * INTO x FROM t",
			"SELECT a INTO TEMP x FROM t", "SELECT * FROM t FOR UPDATE", "SELECT * FROM t FOR NO KEY UPDATE",
			"SELECT * FROM t FOR SHARE", "SELECT * FROM t FOR KEY SHARE", "SELECT 1; DROP TABLE t",
			"SELECT lo_import('/x')", "SELECT \"lo_import\"('/x')", "SELECT pg_catalog.lo_import('/x')",
			"SELECT pg_catalog . lo_import ('/x')", "SELECT public.count(*) FROM t", "SELECT lo_import ('/x')",
			"SELECT lo_import/**/('/x')", "SELECT lo_import/* a /* b */ c */('/x')", "SELECT lo_import--\n('/x')",
			"SELECT pg_sleep(60)", "SELECT dblink('x')", "SELECT set_config('a','b',false)", "SELECT nextval('s')",
			"SELECT setval('s', 1)", "SELECT E'\\'' || lo_import('/x') || ''",
			"SELECT E'a\\\\' || lo_import('x') || 'b'", "SELECT U&'x'", "SELECT U&\"\\006c\\006f_import\"('x')",
			"INSERT INTO t VALUES (1)", "SELECT pg_read_file('x')", "SELECT pg_ls_dir('.')",
			"SELECT query_to_xml('delete from t', true, true, '')", "COPY t TO PROGRAM 'x'", "",
			"SELECT pg_terminate_backend(1)", "SELECT pg_advisory_lock(1)", "SELECT pg_notify('a', 'b')",
			"SELECT txid_current()", "SELECT pg_switch_wal()", "SELECT pg_create_restore_point('x')",
			"SELECT pg_logical_slot_get_changes('s', null, null)", "SELECT pg_stat_statements_reset()",
			"SELECT coalesce(pg_reload_conf(), true)", "SELECT count(*) FILTER (WHERE evil(a)) FROM t",
			"SELECT (SELECT evil() LIMIT 1)", "SELECT * FROM evil()", "SELECT * FROM t WHERE evil(a)",
			"SELECT 1 ORDER BY evil()", "VALUES (evil())", "SELECT a OPERATOR(public.+) b FROM t",
			"EXPLAIN ANALYZE DELETE FROM t", "EXPLAIN (ANALYZE) UPDATE t SET a = 1",
			"EXPLAIN (COSTS, ANALYZE true) INSERT INTO t VALUES (1)", "EXPLAIN ANALYZE SELECT evil()",
			"EXPLAIN ANALYZE WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d", "EXECUTE p", "SHOW x; SELECT 1",
			"SELECT $a$ $b$ || evil() || $b$ $a$; DELETE FROM t", "SELECT $$a$$ || evil()",
			"SELECT 'a''' || evil() || '''b'", "SELECT '\\' || evil() || '\\'", "SELECT 1 \\; DELETE FROM t",
			"SELECT /* ' */ evil() /* ' */", "SELECT 'a'\n'b'", "CALL p()", "DO $$BEGIN END$$", "LISTEN x",
			"MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE" })
	void aStatementThatDoesMoreThanReadIsRefused(String sql) {
		assertThatIllegalArgumentException().isThrownBy(() -> ReadOnlySql.demand(sql));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT state, COUNT(*) FROM pg_stat_activity GROUP BY state",
			"SELECT now() - interval '1 h'", "SELECT pg_size_pretty(pg_database_size('x'))",
			"SELECT a FROM t WHERE b IN (1, 2) AND (c OR d)", "WITH x AS (SELECT 1 AS a) SELECT * FROM x",
			"SELECT 'it''s; DELETE FROM t' AS a", "SELECT count(*) FILTER (WHERE a) FROM \"Odd Table\"",
			"SELECT pg_is_in_recovery()",
			"SELECT 'invoices' AS name, COUNT(*) FROM invoices UNION ALL SELECT 'x', COUNT(*) FROM y",
			"SHOW max_connections", "SHOW ALL", "EXPLAIN SELECT * FROM t", "EXPLAIN DELETE FROM t WHERE a = 1",
			"EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM t WHERE a < 50", "VALUES (1), (2)", "TABLE t",
			"SELECT pg_catalog.count(*) FROM t", "SELECT $$DELETE$$ AS a", "SELECT 'DROP' AS \"delete\"",
			"SELECT a::numeric(10, 2), b ->> 'x' FROM t WHERE c @> '{}'::jsonb AND d ~ '^a.*$'",
			"SELECT round(100.0 * sum(heap_blks_hit) / nullif(sum(heap_blks_hit) + sum(heap_blks_read), 0), 2) FROM pg_statio_user_tables",
			"SELECT pid, pg_blocking_pids(pid) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0",
			"SELECT t.update FROM t", "SELECT DISTINCT ON (a) a, row_number() OVER (PARTITION BY b ORDER BY c) FROM t",
			"WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t",
			"SELECT extract(epoch FROM now() - pg_last_xact_replay_timestamp())::int AS lag",
			"SELECT * FROM t, LATERAL (SELECT 1) q WHERE a = ANY (ARRAY[1, 2])", "SELECT current_setting('work_mem')" })
	void ordinaryQueriesAreAccepted(String sql) {
		assertThat(new Query(sql).statements()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT /* why */ a -- which\nFROM t", "\n SELECT\ta\n  FROM t ", "SELECT a FROM t;" })
	void commentsAndBlanksMakeNoDifference(String sql) {
		assertThat(new Query(sql)).isEqualTo(new Query("SELECT a FROM t"));
	}

}
