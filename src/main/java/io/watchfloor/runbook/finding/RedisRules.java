package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of Redis. */
final class RedisRules {

	static final List<LineRule> ALL = List.of(
			LineRule.of("redis/keys", Severity.WARNING, "KEYS stops the server while it looks",
					"Everybody waits until all keys have been read. Use --scan.", "All keys are read in one go.",
					line("(?i)\\bredis-cli\\b[^|]*\\skeys\\s")),
			LineRule.of("redis/evicts-anything", Severity.DANGER, "What is not cache may be evicted",
					"With allkeys, or with less memory, the server drops sessions and queues as well. Check first that it holds only cache.",
					"Keys that are no cache may go.",
					line("(?i)config\\s+set\\s+maxmemory(-policy\\s+[\\\"']?allkeys|\\s)")),
			LineRule.of("redis/rdb-is-no-restore", Severity.ERROR, "--rdb writes the file that should be read",
					"It fetches the server's data into the file: an empty server overwrites the backup.",
					"The backup is overwritten.", line("redis-cli\\b.*--rdb").and(block("(?i)restor"))),
			LineRule.of("redis/restore-by-copy", Severity.DANGER, "The copied file may not be read",
					"With the append-only file on, dump.rdb is ignored, and a server started without its settings looks elsewhere. Check the number of keys afterwards.",
					"Nothing checks that the server reads it.",
					line("\\b(docker cp|cp|mv|kubectl cp|gunzip)\\b[^|;]*\\.rdb\\b").and(block("(?i)restor|redis"))));

	private RedisRules() {
	}

}
