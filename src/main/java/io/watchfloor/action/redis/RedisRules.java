package io.watchfloor.action.redis;

import java.util.List;

import io.watchfloor.action.Severity;
import io.watchfloor.action.TextFindings;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with redis-cli. */
@Component
class RedisRules extends TextFindings {

	private static final String CLI = "redis-cli\\b[^|;&]*\\s[\"']?";

	RedisRules() {
		super(List.of(
				Sign.of(rule("redis/flushall", Severity.DANGER, "FLUSHALL removes every key of every database",
						"Queues, sessions and limits go with the cache, and the source takes the whole load at once. "
								+ "Deleting by pattern removes only what is meant."),
						CLI + "FLUSHALL\\b"),
				Sign.of(rule("redis/flushdb", Severity.DANGER, "FLUSHDB removes every key of the database",
						"What is not cache goes too. Deleting by pattern removes only what is meant."),
						CLI + "FLUSHDB\\b"),
				Sign.of(rule("redis/keys-blocks", Severity.WARNING, "KEYS stops the server while it looks",
						"Everybody waits until it has looked at every key. --scan --pattern does the same in pieces."),
						CLI + "KEYS\\s")
					.safer((line) -> line.replaceAll("(?i)\\bKEYS\\s+(\\S+)", "--scan --pattern $1")),
				Sign.of(rule("redis/monitor", Severity.DANGER, "MONITOR slows the server down for everybody",
						"It sends every command of every client, secrets included, until it is stopped."),
						CLI + "MONITOR\\b"),
				Sign.of(rule("redis/shutdown-is-no-restart", Severity.DANGER, "SHUTDOWN stops the server",
						"Whether something starts it again is up to its supervisor. Restart it there."),
						CLI + "SHUTDOWN\\b"),
				Sign.of(rule("redis/password-on-line", Severity.DANGER, "A password stands in the line",
						"It is in the runbook, in the shell's history and in the list of processes. Use REDISCLI_AUTH or "
								+ "the target's secret."),
						"redis-cli\\b.*\\s(?:-a|--pass)\\s+[\"']?(?![\"'$<])[^\\s\"']+|rediss?://[^\\s/@]*:(?![$<])[^\\s@/$]+@"),
				Sign.of(rule("redis/password-in-processes", Severity.WARNING,
						"The list of processes shows the password",
						"A variable behind -a is expanded before redis-cli starts. REDISCLI_AUTH does not show."),
						"redis-cli\\b.*\\s(?:-a|--pass)\\s+[\"']?\\$"),
				Sign.of(rule("redis/ping-status", Severity.ERROR, "redis-cli ping succeeds without a PONG",
						"It exits with 0 when the server refuses for want of a password, too. Compare the answer."),
						"(?:\\bif\\b|\\bwhile\\b|\\buntil\\b|!).*redis-cli\\b[^|]*\\bping\\b(?!.*\\|.*PONG)|redis-cli\\b[^|]*\\bping\\b(?!.*PONG)[^|]*(?:&&|\\|\\|)"),
				Sign.of(rule("redis/rdb-is-no-restore", Severity.ERROR, "--rdb downloads, it never restores",
						"It writes the server's data into the file that is named. Meant as a restore it overwrites the "
								+ "backup with what the empty server holds."),
						"redis-cli\\b.*--rdb\\b"),
				Sign.of(rule("redis/save-race", Severity.WARNING, "Waiting some seconds does not prove a save",
						"BGSAVE goes on in the background. Look whether LASTSAVE is newer and the status is ok."),
						CLI + "BGSAVE\\b")
					.unless("LASTSAVE|rdb_last_bgsave|rdb_bgsave_in_progress"),
				Sign.of(rule("redis/evicts-everything", Severity.WARNING,
						"Under this policy keys that never expire go too",
						"Where the server holds queues or sessions, volatile-lru evicts only what may expire."),
						"maxmemory-policy\\s+[\"']?allkeys-"),
				Sign.of(rule("redis/config-is-not-kept", Severity.INFO, "A restart forgets CONFIG SET",
						"The configuration file still holds the old value."), CLI + "CONFIG\\s+SET\\b")
					.unless("CONFIG\\s+REWRITE"),
				Sign.of(rule("redis/script-over-all-keys", Severity.DANGER, "The script stops the server",
						"A script runs alone, and KEYS in it looks at every key; nobody else is served meanwhile."),
						CLI + "EVAL\\b.*redis\\.call\\(\\s*[\"']keys")));
	}

}
