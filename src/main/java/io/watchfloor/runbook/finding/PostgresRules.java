package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.line;
import static io.watchfloor.runbook.finding.LineRule.unquoted;

/** What is known to go wrong with commands of PostgreSQL. */
final class PostgresRules {

	static final List<LineRule> ALL = List.of(LineRule.of("pg/terminates-everybody", Severity.DANGER,
			"Every long session is ended",
			"Backups, vacuum and migrations go with the others, and what is idle in a transaction stays. Choose the sessions from a list, and cancel before you end.",
			"Nothing tells a backup from a stuck query.",
			line("(?i)pg_terminate_backend\\s*\\(\\s*pid\\s*\\).*from\\s+pg_stat_activity")),
			LineRule.of("pg/change-without-where", Severity.DANGER, "Every row is changed",
					"There is no WHERE: the statement takes all rows. Narrow it down to what is meant.",
					"Nothing limits which rows.",
					line("(?is)\\b(delete\\s+from\\s+[\\w.\\\"]+|update\\s+[\\w.\\\"]+\\s+set\\b[^;]*?)\\s*(?:;|[\\\"'](?:\\s|$)|$)")
						.and(line("(?i)\\bwhere\\b").negate())),
			LineRule.of("pg/restore-goes-on", Severity.ERROR, "A restore goes on after errors",
					"psql ends with success even when half of the dump failed, and a dump over a live database doubles rows. Use -v ON_ERROR_STOP=1 and --single-transaction, into a new database.",
					"Errors do not stop it.",
					unquoted("(?i)\\bpsql\\b[^|;]*<\\s*\\S+|(gunzip|zcat|cat|gzip -d\\S*)\\b[^|]*\\|[^|]*\\bpsql\\b")
						.or(line("(?i)\\bpsql\\b[^|;]*\\s-f\\s+\\S*(backup|dump)"))
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
			LineRule.of("pg/output-in-loop", Severity.ERROR, "The loop reads psql's table, not its values",
					"Header, lines and '(3 rows)' are taken for names. Use psql -At.", "-At is missing.",
					line("(?i)for\\s+\\w+\\s+in\\s+\\$\\([^)]*\\bpsql\\b|\\bpsql\\b.*\\|\\s*while\\s+read\\b")
						.and(line("\\s-\\w*[tA]\\w*\\b|--tuples-only").negate())),
			LineRule.of("pg/migration-taken-back", Severity.DANGER, "A migration is taken back with its data",
					"Columns and tables go with what they hold. Take a backup, and look at the SQL first.",
					"There is no backup and no preview.",
					line("\\balembic\\s+downgrade\\b|\\bdb:rollback\\b|migrate:rollback|\\bflyway\\s+(clean|undo)\\b")),
			LineRule.of("pg/backup-by-age", Severity.WARNING, "The last good backup is guessed from its age",
					"That a file is the second newest does not make it good. Choose one that was restored in a test.",
					"Nothing says that this one can be restored.",
					line("ls\\s+-\\w*t\\w*[^|]*\\|[^|]*(head\\s+-n?\\s*2[^|]*\\|\\s*tail|sed\\s+-n\\s+['\\\"]?2p|tail\\s+-n?\\s*\\+2|awk\\s+'NR==2)|sort[^|]*\\|\\s*tail\\s+-n?\\s*2[^|]*\\|\\s*head\\s+-n?\\s*1")));

	private PostgresRules() {
	}

}
