package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of PostgreSQL. */
final class PostgresRules {

	static final List<LineRule> ALL = List.of(LineRule.of("pg/column-renamed", Severity.ERROR,
			"The column was renamed in PostgreSQL 13",
			"The statement fails. pg_stat_statements has total_exec_time and mean_exec_time since; the action 'slow queries' knows the server's version.",
			"total_time and mean_time are gone since version 13.",
			line("(?i)pg_stat_statements")
				.and(line("(?i)^(?!.*\\b(total_time|mean_time|min_time|max_time)\\b)").negate())),
			LineRule.of("pg/no-such-column", Severity.ERROR, "The view has no such column",
					"pg_stat_user_indexes has relname and indexrelname; tablename and indexname belong to pg_indexes. The statement fails.",
					"pg_stat_user_indexes and pg_stat_user_tables say relname.",
					line("(?i)\\b(tablename|indexname)\\b.*pg_stat_user_(indexes|tables)|pg_stat_user_(indexes|tables).*\\b(tablename|indexname)\\b")
						.and(line("(?i)as (tablename|indexname)|pg_tables|pg_indexes").negate())),
			LineRule.of("pg/vacuum-order", Severity.ERROR, "PostgreSQL refuses this order of words",
					"VACUUM takes its options in brackets: VACUUM (VERBOSE, ANALYZE).",
					"The words are in an order that is refused.", line("(?i)\\bvacuum\\s+analyze\\s+verbose\\b")),
			LineRule.of("pg/reserved-word", Severity.ERROR, "'table' and 'column' are no names",
					"They stand for names that were never filled in; PostgreSQL refuses them. Write them as <table> and <column>, so that they are asked for.",
					"The statement names no table.", line("(?i)\\bon\\s+table\\s*\\(\\s*column\\s*\\)")),
			LineRule.of("pg/size-by-name", Severity.ERROR, "The size is asked for by a name put together",
					"It fails for names with capital letters. Use the table's OID: pg_total_relation_size(relid).",
					"A name with capitals ends the query.", line("(?i)pg_(total_)?relation_size\\([^)]*\\|\\|")),
			LineRule.of("pg/reindex-blocks", Severity.DANGER, "Reindexing blocks the table",
					"Without CONCURRENTLY nobody can write, and many cannot read, while it runs. REINDEX … CONCURRENTLY takes longer and blocks nobody.",
					"CONCURRENTLY is missing.",
					line("(?i)\\breindex\\s+(\\(\\w+\\)\\s*)?(index|table|database|schema|system)\\b(?!\\s+concurrently)|\\breindexdb\\b(?!.*--concurrently)")),
			LineRule.of("pg/statistics-reset", Severity.DANGER, "Resetting statistics clears no cache",
					"pg_stat_reset() takes from autovacuum what it needs to know, and leaves pg_stat_statements as it is.",
					"Nothing gets faster by this.", line("(?i)\\bpg_stat_reset\\s*\\(")),
			LineRule.of("pg/terminates-everybody", Severity.DANGER, "Every long session is ended",
					"Backups, vacuum and migrations go with the others, and what is idle in a transaction stays. Choose the sessions from a list, and cancel before you end.",
					"Nothing tells a backup from a stuck query.",
					line("(?i)pg_terminate_backend\\s*\\(\\s*pid\\s*\\).*from\\s+pg_stat_activity")),
			LineRule.of("pg/change-without-where", Severity.DANGER, "Every row is changed",
					"There is no WHERE: the statement takes all rows. Narrow it down to what is meant.",
					"Nothing limits which rows.",
					line("(?is)\\b(delete\\s+from\\s+[\\w.\\\"]+|update\\s+[\\w.\\\"]+\\s+set\\b[^;]*?)\\s*[;\\\"']\\s*$")
						.and(line("(?i)\\bwhere\\b").negate())),
			LineRule.of("pg/restore-goes-on", Severity.ERROR, "A restore goes on after errors",
					"psql ends with success even when half of the dump failed, and a dump over a live database doubles rows. Use -v ON_ERROR_STOP=1 and --single-transaction, into a new database.",
					"Errors do not stop it.",
					line("(?i)\\bpsql\\b[^|;]*<\\s*\\S+|(gunzip|zcat|cat|gzip -d\\S*)\\b[^|]*\\|[^|]*\\bpsql\\b|\\bpsql\\b[^|;]*\\s-f\\s+\\S*(backup|dump)")
						.and(line("ON_ERROR_STOP|<<|<\\s*<?[a-z-]+>?\\s*$(?<!sql)").negate())),
			LineRule.of("pg/restore-clean", Severity.DANGER, "The restore drops before it has anything",
					"--clean removes tables before it knows that the dump can be read, and what was added later stays. Restore into a new database and switch, or add --single-transaction.",
					"What is dropped first is gone when the dump is bad.",
					line("\\bpg_restore\\b[^|;]*(--clean|\\s-c\\b)")
						.and(line("--single-transaction|\\s-1\\b").negate())),
			LineRule.of("pg/promote-without-fence", Severity.DANGER,
					"A replica is promoted while the old primary may live",
					"Both take writes from then on, and neither has all. Prove first that nobody can reach the old primary.",
					"Nothing fences the old primary.",
					line("promote-read-replica|\\bpg_ctl\\b.*\\bpromote\\b|\\bpg_promote\\s*\\(|failover-global-cluster")),
			LineRule.of("pg/pg-ctl-without-folder", Severity.ERROR, "pg_ctl needs the data folder",
					"Without -D and as root it refuses. SELECT pg_promote() does the same from any session.",
					"-D is missing.", line("\\bpg_ctl\\b").and(line("\\s-D\\b|--pgdata|PGDATA").negate())),
			LineRule.of("pg/basebackup-replays-nothing", Severity.ERROR, "pg_basebackup replays no log",
					"It copies the server as it is now. Recovery to a point in time starts a copy with a recovery target.",
					"This makes another copy of the present state.",
					line("\\bpg_basebackup\\b").and(block("(?i)replay|recover|point.in.time"))),
			LineRule.of("pg/output-in-loop", Severity.ERROR, "The loop reads psql's table, not its values",
					"Header, lines and '(3 rows)' are taken for names. Use psql -At.", "-At is missing.",
					line("(?i)for\\s+\\w+\\s+in\\s+\\$\\([^)]*\\bpsql\\b")
						.and(line("\\s-\\w*[tA]\\w*\\b|--tuples-only").negate())),
			LineRule.of("pg/lag-on-primary", Severity.WARNING,
					"The lag is empty on a primary and grows on an idle replica",
					"pg_last_xact_replay_timestamp() says when the last transaction was replayed. Ask for the role first, and compare positions.",
					"It warns where nothing is wrong.", line("(?i)pg_last_xact_replay_timestamp")),
			LineRule.of("pg/migration-taken-back", Severity.DANGER, "A migration is taken back with its data",
					"Columns and tables go with what they hold. Take a backup, and look at the SQL first.",
					"There is no backup and no preview.",
					line("\\balembic\\s+downgrade\\b|\\bdb:rollback\\b|migrate:rollback|\\bflyway\\s+(clean|undo)\\b")),
			LineRule.of("pg/backup-by-age", Severity.WARNING, "The last good backup is guessed from its age",
					"That a file is the second newest does not make it good. Choose one that was restored in a test.",
					"Nothing says that this one can be restored.",
					line("ls\\s+-\\w*t\\w*[^|]*\\|[^|]*(head\\s+-n?\\s*2[^|]*\\|\\s*tail|sed\\s+-n\\s+['\\\"]?2p|tail\\s+-n?\\s*\\+2|awk\\s+'NR==2)")));

	private PostgresRules() {
	}

}
