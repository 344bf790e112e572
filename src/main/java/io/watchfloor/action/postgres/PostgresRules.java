package io.watchfloor.action.postgres;

import java.util.List;

import io.watchfloor.action.Severity;
import io.watchfloor.action.TextFindings;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with SQL and PostgreSQL's tools. */
@Component
class PostgresRules extends TextFindings {

	private static final String SQL = "(?<![\\w-])";

	/** psql up to a redirection or a file; what stands in quotes is its own. */
	private static final String PSQL = "\\bpsql\\b(?:[^|<\"'-]++|-(?!f\\b|-file)|\"[^\"]*+\"|'[^']*+')*+";

	PostgresRules() {
		super(List.of(
				Sign.of(rule("pg/column-renamed", Severity.ERROR, "This column of pg_stat_statements was renamed",
						"Since PostgreSQL 13 the columns are total_exec_time, mean_exec_time, min_exec_time and "
								+ "max_exec_time; the statement fails under the old names."),
						"(?=.*pg_stat_statements).*\\b(?:total|mean|min|max|stddev)_time\\b")
					.safer((line) -> line.replaceAll("\\b(total|mean|min|max|stddev)_time\\b", "$1_exec_time")),
				Sign.of(rule("pg/waiting-column", Severity.ERROR, "pg_stat_activity has no column 'waiting'",
						"Since PostgreSQL 9.6 wait_event and wait_event_type tell what a process waits for."),
						"pg_stat_activity.*\\bwaiting\\b(?!')|\\bwaiting\\b(?!').*pg_stat_activity"),
				Sign.of(rule("pg/index-columns", Severity.ERROR,
						"The statistics of indexes have no column tablename or indexname",
						"In pg_stat_user_indexes the table is relname and the index is indexrelname."),
						"(?=.*pg_stat(?:io)?_(?:user|all)_indexes).*\\b(?:tablename|indexname)\\b")
					.safer((line) -> line.replaceAll("\\btablename\\b", "relname")
						.replaceAll("\\bindexname\\b", "indexrelname")),
				Sign.of(rule("pg/vacuum-word-order", Severity.ERROR, "PostgreSQL refuses VACUUM ANALYZE VERBOSE",
						"Without brackets VERBOSE stands before ANALYZE; with brackets the order is free."),
						SQL + "VACUUM\\s+ANALYZE\\s+VERBOSE")
					.safer((line) -> line.replaceAll("(?i)VACUUM\\s+ANALYZE\\s+VERBOSE", "VACUUM (VERBOSE, ANALYZE)")),
				Sign.of(rule("pg/table-is-a-keyword", Severity.ERROR, "'table' is a key word, not a table's name",
						"The statement is a template; it fails until a table is named."),
						SQL + "CREATE\\s+(?:UNIQUE\\s+)?INDEX.*\\bON\\s+table\\s*\\("),
				Sign.of(rule("pg/reindex-blocks", Severity.DANGER, "REINDEX without CONCURRENTLY blocks",
						"Until it ends nobody writes to the table, and queries that would use the index wait; on a "
								+ "large table for hours. CONCURRENTLY takes longer and blocks nobody."),
						SQL + "REINDEX\\s+(?:\\([^)]*\\)\\s*)?(?:INDEX|TABLE|SCHEMA|DATABASE|SYSTEM)\\s+(?!CONCURRENTLY)")
					.safer((line) -> line.replaceAll("(?i)REINDEX\\s+(INDEX|TABLE|SCHEMA|DATABASE)\\s+(?!CONCURRENTLY)",
							"REINDEX $1 CONCURRENTLY ")),
				Sign.of(rule("pg/vacuum-full", Severity.DANGER, "VACUUM FULL locks the table against everybody",
						"It writes the table anew under a lock that stops reads too, and needs room for a second copy. "
								+ "Plain VACUUM makes the room usable again without a lock."),
						SQL + "VACUUM\\s*(?:FULL|\\([^)]*FULL)|vacuumdb\\s.*(?:--full|\\s-f\\b)"),
				Sign.of(rule("pg/index-blocks-writes", Severity.WARNING,
						"CREATE INDEX without CONCURRENTLY stops writes", "Until it ends nobody writes to the table."),
						SQL + "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?!CONCURRENTLY)")
					.safer((line) -> line
						.replaceAll("(?i)CREATE\\s+(UNIQUE\\s+)?INDEX\\s+(?!CONCURRENTLY)",
								"CREATE $1INDEX CONCURRENTLY ")
						.replace("CREATE nullINDEX", "CREATE INDEX")),
				Sign.of(rule("pg/stat-reset", Severity.DANGER, "pg_stat_reset blinds autovacuum",
						"It empties the counts by which autovacuum decides, and leaves pg_stat_statements as it is: no "
								+ "slow query is cleared."),
						"pg_stat_reset\\s*\\("),
				Sign.of(rule("pg/terminate-by-filter", Severity.DANGER,
						"A filter on running queries ends backups and maintenance too",
						"It hits dumps, vacuums and migrations as well as the culprit. Look at the processes, cancel "
								+ "first, and end chosen ones."),
						"pg_terminate_backend\\s*\\(\\s*(?:\\w+\\.)?pid(?!.*idle)"),
				Sign.of(rule("pg/no-condition", Severity.DANGER, "The statement touches every row",
						"There is no WHERE."),
						SQL + "(?:DELETE\\s+FROM\\s+[\\w.\"]+|UPDATE\\s+[\\w.\"]+\\s+SET\\s+(?:(?!\\bWHERE\\b)[^;])+)\\s*(?:;|[\"'](?=\\s|$)(?!.*\\bWHERE\\b)|$)"),
				Sign.of(rule("pg/dump-pipe-hides-failure", Severity.DANGER, "The pipe hides a dump that failed",
						"The line's exit status is that of the last command: a failed pg_dump leaves an almost empty "
								+ "file and a green tick. Set pipefail, or let pg_dump compress by itself with -Fc."),
						"pg_dump(?:all)?\\b[^|]*\\|(?!\\|)")
					.unless("pipefail"),
				Sign.of(rule("pg/dump-overwrites", Severity.WARNING, "The dump overwrites the last one",
						"The file's name is always the same, so a bad dump replaces a good one."),
						"pg_dump(?:all)?\\b[^|]*(?:>\\s*|-f\\s*|--file[ =])(?![^\\s]*[$`])[\\w./-]+\\s*$"),
				Sign.of(rule("pg/restore-into-live", Severity.DANGER, "It loads a dump over what is there",
						"Rows double or are dropped, and nothing rolls back. Restore into a new database, compare the "
								+ "counts, then switch."),
						"pg_restore\\b.*(?:--clean|\\s-c\\b)|(?:cat|gunzip|zcat|pg_dump)\\b[^|]*\\|.*\\bpsql\\b|" + PSQL
								+ "<(?!<)"),
				Sign.of(rule("pg/restore-ignores-errors", Severity.WARNING, "psql goes on after an error",
						"It runs the rest of the file and exits with 0. Use -v ON_ERROR_STOP=1 and -1."),
						PSQL + "(?:<(?!<)|-f\\b|--file)|\\|\\s*(?:docker\\s.*)?\\bpsql\\b")
					.unless("ON_ERROR_STOP"),
				Sign.of(rule("pg/password-on-line", Severity.DANGER, "A password stands in the line",
						"It is in the runbook, in the shell's history and in the list of processes. Use the target's "
								+ "secret, a password file or a variable."),
						"PGPASSWORD=(?![\"']?[$<])[\"']?[^\\s\"']+|postgres(?:ql)?://[^\\s:/@]+:(?![$<])[^\\s@/$]+@"),
				Sign.of(rule("pg/size-by-name", Severity.WARNING, "Sizes by name fail on names in mixed case",
						"A name put together as text is read as SQL. Use the oid, or quote_ident."),
						"pg_(?:total_)?(?:relation|table)_size\\s*\\(\\s*[\\w.]+\\s*\\|\\|"),
				Sign.of(rule("pg/lag-null-on-primary", Severity.WARNING, "On a primary this lag is always empty",
						"pg_last_xact_replay_timestamp is NULL there, and grows on an idle replica though nothing is "
								+ "missing. Ask pg_stat_replication on the primary."),
						"pg_last_xact_replay_timestamp"),
				Sign.of(rule("pg/basebackup-replays-nothing", Severity.WARNING, "pg_basebackup replays nothing",
						"It copies the server as it is now; going back in time needs an older copy and the log."),
						"(?<![\\w/])pg_basebackup\\b"),
				Sign.of(rule("pg/promote-without-folder", Severity.ERROR, "pg_ctl promote needs the data folder",
						"Without -D it fails, and never as root. SELECT pg_promote() does the same over SQL; first make "
								+ "sure that the old primary is down."),
						"pg_ctl\\s+(?!.*(?:-D|--pgdata)).*promote"),
				Sign.of(rule("pg/drop-database", Severity.DANGER, "A whole database goes",
						"Nothing brings it back but a backup that was tested."),
						SQL + "DROP\\s+DATABASE\\b|(?<![\\w/])dropdb\\s")));
	}

}
