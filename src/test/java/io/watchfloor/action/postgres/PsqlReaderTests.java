package io.watchfloor.action.postgres;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PsqlReaderTests {

	private static final TargetHint DATABASE_URL = new TargetHint.Variable("DATABASE_URL");

	private static final TargetHint UNNAMED = new TargetHint.Unnamed();

	private final PsqlReader reader = new PsqlReader();

	private final PostgresToolsReader tools = new PostgresToolsReader();

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
		understands("psql $DATABASE_URL -c \"REINDEX TABLE customers;\"", new SqlChange("REINDEX TABLE customers"),
				DATABASE_URL);
		understands("psql $DATABASE_URL -c \"\\d customers\"", new DescribeTable("customers"), DATABASE_URL);
		understands(
				"docker exec orderdesk-postgres psql -U orderdesk -d orderdesk_production -c \"VACUUM (VERBOSE, ANALYZE)\"",
				new Vacuum(Vacuum.Mode.VACUUM_ANALYZE, List.of()),
				new TargetHint.Written("postgresql://orderdesk-postgres:5432/orderdesk_production"));
		understands("PGPASSWORD=$PW psql -d mcp_db -tA -c 'REINDEX INDEX CONCURRENTLY \"Odd Name\"'",
				new Reindex(Reindex.Kind.INDEX, "\"Odd Name\""), new TargetHint.Written("postgresql:///mcp_db"));
	}

	@Test
	void flagsAreReadInEveryWayThatGnuWritesThem() {
		Query count = new Query(List.of("SELECT count(*) FROM t"), new Layout(true, true, false, "|"));
		TargetHint.Written place = new TargetHint.Written("postgresql://db.example:5433/app");
		understands("psql -hdb.example -p5433 -Uapp -dapp -tAc 'SELECT count(*) FROM t'", count, place);
		understands("psql --host=db.example --port 5433 app app --no-align -t --command='SELECT count(*) FROM t'",
				count, place);
		understands("psql 'postgresql://app@db.example:5433/app?sslmode=require' -XAtqc 'SELECT count(*) FROM t'",
				count, place);
		understands(
				"psql \"host=db.example port=5433 dbname=app user=app sslmode=require\" -Atc 'SELECT count(*) FROM t'",
				count, place);
		understands("psql -At -h $DB_HOST -U $DB_USER -d $DB_NAME -c 'SELECT count(*) FROM t'", count,
				new TargetHint.Variable("DB_HOST"));
		understands("psql -At app <<< 'SELECT count(*) FROM t'", count, new TargetHint.Written("postgresql:///app"));
		understands("psql -l", new ListObjects(ListObjects.Kind.DATABASES), UNNAMED);
		understands("psql \"${DATABASE_URL}?sslmode=require\" -c 'SELECT 1'", new Ping(), DATABASE_URL);
		understands("psql -v ON_ERROR_STOP=1 -c 'SELECT a FROM t' -c 'SELECT b FROM t'",
				new Query(List.of("SELECT a FROM t", "SELECT b FROM t"), Layout.USUAL), UNNAMED);
		understands("psql -c 'SELECT a FROM t; SELECT b FROM t;'",
				new Query(List.of("SELECT a FROM t", "SELECT b FROM t"), Layout.USUAL), UNNAMED);
	}

	@Test
	void theOtherToolsAreReadByWhatTheySend() {
		understandsTool("pg_isready -h db -p 5432", new IsReady(), new TargetHint.Written("postgresql://db:5432"));
		understandsTool("createdb -h db -O owner 'Odd name'", new SqlChange("CREATE DATABASE \"Odd name\" OWNER owner"),
				new TargetHint.Written("postgresql://db"));
		understandsTool("dropdb --if-exists scratch", new SqlChange("DROP DATABASE IF EXISTS scratch"), UNNAMED);
		understandsTool("vacuumdb -z -t customers app", new Vacuum(Vacuum.Mode.VACUUM_ANALYZE, List.of("customers")),
				new TargetHint.Written("postgresql:///app"));
		understandsTool("reindexdb --concurrently -i idx -d app", new Reindex(Reindex.Kind.INDEX, "idx"),
				new TargetHint.Written("postgresql:///app"));
		assertThat(Lines.reason("pg_dumpall > x.sql", this.tools)).contains("hashes");
		assertThat(Lines.reason("vacuumdb --all", this.tools)).contains("--all");
	}

	@Test
	void endingConnectionsIsTypedWithTheConditionThatChooses() {
		understands("psql -c 'SELECT pg_terminate_backend(4711)'",
				new TerminateBackends(TerminateBackends.Mode.TERMINATE, List.of(4711)), UNNAMED);
		understands("""
				psql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				  WHERE state = 'idle in transaction' -- those only
				  AND state_change < now() - interval '5 minutes';"
				""", new TerminateBackends(TerminateBackends.Mode.TERMINATE, List.of(),
				"state = 'idle in transaction' AND state_change < now() - interval '5 minutes'"), UNNAMED);
		understands("psql -c \"SELECT pid, pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active'\"",
				new TerminateBackends(TerminateBackends.Mode.CANCEL, List.of(), "state = 'active'"), UNNAMED);
		assertThat(Lines.reason("psql -c 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity'", this.reader))
			.contains("pg_terminate_backend");
		assertThat(Lines.reason(
				"psql -c 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pg_cancel_backend(pid)'",
				this.reader))
			.contains("pg_cancel_backend");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "DELETE FROM t WHERE a < 1;DESTRUCTIVE",
			"DELETE FROM t AS x USING y WHERE x.a = y.a;DESTRUCTIVE",
			"UPDATE t SET a = a + 1 WHERE b = 'x';DESTRUCTIVE",
			"UPDATE public.t x SET a = y.a FROM y WHERE y.b = x.b;DESTRUCTIVE",
			"INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y');DISRUPTIVE", "TRUNCATE TABLE a, b;DESTRUCTIVE",
			"DROP TABLE IF EXISTS a, b;DESTRUCTIVE", "DROP INDEX CONCURRENTLY i;DISRUPTIVE",
			"CREATE INDEX CONCURRENTLY i ON t(c);REVERSIBLE", "CREATE UNIQUE INDEX i ON t USING btree (c);DISRUPTIVE",
			"ALTER SYSTEM SET work_mem = '64MB';DISRUPTIVE", "ALTER TABLE t DROP COLUMN c;DESTRUCTIVE",
			"ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.05);DISRUPTIVE", "VACUUM FULL t;DISRUPTIVE",
			"REINDEX DATABASE app;DISRUPTIVE", "CLUSTER t USING i;DISRUPTIVE", "REFRESH MATERIALIZED VIEW v;DISRUPTIVE",
			"CREATE DATABASE x;REVERSIBLE", "DROP DATABASE x;DESTRUCTIVE",
			"CREATE EXTENSION IF NOT EXISTS pg_stat_statements;REVERSIBLE", "SELECT pg_reload_conf();REVERSIBLE" })
	void changesHaveTheRiskOfTheirMeaning(String sql, Risk risk) {
		Action action = Lines.call("psql -c \"" + sql + "\"", this.reader).action();
		assertThat(action.risk()).isEqualTo(risk);
		assertThat(Lines.call(action.commandLine(), this.reader).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "psql $U -c 'VACUUM ANALYZE VERBOSE'; refuses this order",
			"psql $U -c 'VACUUM (ANALYZE, NONSENSE)'; option",
			"psql $U -c \"SELECT pg_stat_reset_shared('bgwriter')\"; known to only read",
			"psql $U -c 'EXPLAIN ANALYZE DELETE FROM t'; carries out", "psql $U -c '\\! rm x'; own commands",
			"psql $U -c '\\i x.sql'; own commands", "psql $U -f x.sql; the file x.sql", "psql $U < x.sql; Look at them",
			"psql $U; opens a session", "psql $U -c \"$Q\"; a shell",
			"psql postgresql://u:p@h/d -c 'SELECT 1'; without a password",
			"psql 'host=h password=x' -c 'SELECT 1'; password", "PGPASSWORD=x psql -c 'SELECT 1'; PGPASSWORD",
			"PGOPTIONS=$X psql -c 'SELECT 1'; PGOPTIONS", "psql $U -c 'TRUNCATE t' | cat; not filtered",
			"psql $U -d other -c 'SELECT 1'; one name too many", "psql -o x -c 'SELECT 1'; flag -o",
			"psql --no-such -c 'SELECT 1'; --no-such", "psql -tZc 'SELECT 1'; flag -Z",
			"psql --tuples-only=1 -c 'SELECT 1'; takes no value", "psql -v x=1 -c 'SELECT 1'; x=1",
			"psql a b c -c 'SELECT 1'; too many", "psql -c 'SELECT a FROM t' -c 'DELETE FROM t'; must only read",
			"psql -c 'DROP TABLE t CASCADE'; does not name", "psql -c 'COPY t TO STDOUT'; moves data",
			"psql -c 'INSERT INTO t SELECT * FROM u'; checked afterwards",
			"psql -c 'DELETE FROM t WHERE a = evil()'; evil",
			"psql -c 'DELETE FROM t USING evil(1) x WHERE a = 1'; evil",
			"psql -c 'UPDATE t SET a = 1 FROM x JOIN y ON evil(x.a)'; evil",
			"psql -c 'CREATE INDEX i ON t (evil(c))'; evil",
			"psql -c 'CREATE VIEW v AS SELECT 1 FROM x JOIN y ON evil(x.a)'; evil",
			"psql -c 'UPDATE t SET a = 1 RETURNING a'; returning",
			"psql -c \"CREATE USER x PASSWORD 'y'\"; password is written",
			"psql -c 'GRANT ALL ON t TO u'; not changed here", "psql -c 'BEGIN'; hold open",
			"psql -c 'SET x = 1'; as long as the session" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sql", "postgresql" })
	void aBlockOfSqlIsReadAsPsqlWould(String language) {
		SqlBlockReader blocks = new SqlBlockReader();
		assertThat(blocks.languages()).contains(language);
		assertThat(
				blocks.read("-- connections by state\nSELECT state, count(*)\n  FROM pg_stat_activity GROUP BY state;"))
			.isEqualTo(new Understanding.Understood<>(
					new ActionCall(new Query("SELECT state, count(*) FROM pg_stat_activity GROUP BY state"), UNNAMED)));
	}

	private void understands(String line, Action action, TargetHint hint) {
		assertThat(Lines.call(line, this.reader)).isEqualTo(new ActionCall(action, hint));
		assertThat(Lines.call(action.commandLine(), this.reader).action()).isEqualTo(action);
	}

	private void understandsTool(String line, Action action, TargetHint hint) {
		assertThat(Lines.call(line, this.tools)).isEqualTo(new ActionCall(action, hint));
	}

}
