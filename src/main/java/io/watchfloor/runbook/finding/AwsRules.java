package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of AWS. */
final class AwsRules {

	static final List<LineRule> ALL = List.of(LineRule.of("aws/no-such-operation", Severity.ERROR,
			"AWS has no such operation or option",
			"The command ends with an error. See the operation's own reference for what it is called.",
			"It does not exist.",
			line("aws\\s+logs\\s+insights\\b|restore-cache-cluster-from-snapshot|--enable-point-in-time-recovery|aws\\s+logs\\s+tail\\b.*--until|Type=SERVICE\\b")),
			LineRule.of("aws/purge-queue", Severity.DANGER, "All waiting messages are thrown away",
					"What waits in the queue may be the only trace of an alarm. Keep a copy first, or move the messages back to their source.",
					"Nothing keeps them.", line("\\bsqs\\s+purge-queue\\b")),
			LineRule.of("aws/delete-after-send", Severity.DANGER, "A message is deleted even when sending it failed",
					"The loop does not look at the result, and never ends on an empty queue. Use the queue's own move task.",
					"A failed send loses the message.", line("\\bsqs\\s+delete-message\\b").and(block("send-message"))),
			LineRule.of("aws/environment-replaced", Severity.DANGER, "All other variables are removed",
					"--environment replaces the whole map. Read it, change one value, and write it back with the revision it was read from.",
					"What is not listed is gone.", line("update-function-configuration\\b.*--environment\\b")),
			LineRule.of("aws/encryption-key-replaced", Severity.DANGER, "What was encrypted cannot be read any more",
					"Existing data needs the old key. Make sure that the application reads several keys before you replace one.",
					"The old key is overwritten.",
					line("(?i)secretsmanager\\s+(update-secret|put-secret-value)\\b.*encrypt")),
			LineRule.of("aws/reboot-loses-cache", Severity.DANGER, "A reboot empties the cache",
					"Nodes keep nothing over a reboot, and it makes no maintenance window. Everything is fetched again at once afterwards.",
					"The cache is empty afterwards.", line("reboot-cache-cluster")),
			LineRule.of("aws/retention-shortened", Severity.DANGER, "Logs older than the new limit are gone for good",
					"Look at each group's size and oldest event, and at open incidents, before the limit gets shorter.",
					"It cannot be taken back.", line("put-retention-policy")),
			LineRule.of("aws/deletes-before-export", Severity.DANGER, "Items are deleted before the export has ended",
					"An export runs for minutes. Wait until it says COMPLETED, and compare the counts.",
					"Nothing waits for the export.",
					line("dynamodb\\s+(delete-item|batch-write-item)|dynamodb\\s+delete-table")
						.and(block("(?i)export|older than|scan"))),
			LineRule.of("aws/applies-everything", Severity.DANGER, "All pending changes are applied at once",
					"--apply-immediately takes along every change that waits for the window. List them first.",
					"Other changes ride along.", line("--apply-immediately")),
			LineRule.of("aws/reboot-is-no-failover", Severity.WARNING, "A reboot does not fail over",
					"Without --force-failover the same instance comes back. Say which one is meant.",
					"The same instance restarts.",
					line("rds\\s+reboot-db-instance\\b").and(line("--force-failover|--no-force-failover").negate())),
			LineRule.of("aws/dns-by-hand", Severity.DANGER, "Traffic moves before its target is known to work",
					"Probe the new target from several places, with the capacity and the database it needs, before the record changes.",
					"Nothing probes the new target.", line("change-resource-record-sets")),
			LineRule.of("aws/stable-may-be-old", Severity.WARNING, "Stable may mean rolled back",
					"A service is stable after an automatic rollback too. Compare the revision that runs.",
					"The old version is stable as well.", line("wait\\s+services-stable")),
			LineRule.of("aws/figures-without-dimension", Severity.WARNING, "Without its dimension the metric is empty",
					"Queues, tables and functions have figures by name only. Empty is not zero.", "No data comes back.",
					line("get-metric-statistics\\b.*AWS/(SQS|DynamoDB|Lambda|ECS|RDS|ElastiCache)")
						.and(line("--dimensions").negate())),
			LineRule.of("aws/query-by-page", Severity.WARNING, "Text output applies the query to each page",
					"Several numbers, or 'None', come back instead of one. Use JSON output, or a check of Watchfloor.",
					"More than one line may come back.",
					line("--query\\b.*(sum\\(|length\\(|Sum\\b|\\[0\\]).*--output\\s+text|--output\\s+text.*--query\\b.*(sum\\(|length\\()")),
			LineRule.of("aws/absolute-capacity", Severity.WARNING, "A fixed number may be fewer than there are now",
					"In an incident the service may already have more, and autoscaling sets it back. Say how many more, and remember how many there were.",
					"It may scale down.", line("--desired-count\\s+\\d|--desired-capacity\\s+\\d")),
			LineRule.of("aws/open-to-all", Severity.DANGER, "It is open to everybody",
					"0.0.0.0/0, a public address, or no source at all lets the whole internet in. Name the group or range that may.",
					"Nothing limits who may connect.",
					line("0\\.0\\.0\\.0/0|assignPublicIp=ENABLED|authorize-security-group-ingress\\b(?!.*(--cidr|--source-group|--ip-permissions|--source-security))")),
			LineRule.of("aws/opening-without-end", Severity.WARNING, "What is opened for an incident stays open",
					"Write down until when, and the command that closes it.", "Nothing closes it again.",
					line("authorize-security-group-ingress").and(block("revoke-security-group-ingress").negate())),
			LineRule.of("aws/stack-incomplete", Severity.ERROR, "The stack or table cannot be made like this",
					"A stack with roles needs --capabilities, a restore needs the backup's full ARN and the other region's settings.",
					"A required part is missing.",
					line("cloudformation\\s+create-stack\\b(?!.*--capabilities)|restore-table-from-backup\\b(?!.*arn:aws:dynamodb:\\S+:backup/)(?!.*[<$])")),
			LineRule.of("aws/cancel-is-no-rollback", Severity.WARNING, "A finished update cannot be cancelled",
					"It works while the update runs only. Afterwards deploy the version before.", "The status decides.",
					line("cancel-update-stack")),
			LineRule.of("aws/glob-of-files", Severity.ERROR, "s3 cp takes one file",
					"The shell makes several names of the star, and the command ends with an error. Use --recursive with --include.",
					"Several files are no source.", line("aws\\s+s3\\s+cp\\s+[^\\s\\\"']*\\*")),
			LineRule.of("aws/redirect-is-no-upload", Severity.ERROR, "The file stays on this machine",
					"A redirection writes to a local path, not into the bucket. Use aws s3 cp - s3://…",
					"Nothing reaches the bucket.", line(">\\s*(s3://|backups?/)[\\w./-]*").and(block("(?i)s3|backup"))),
			LineRule.of("aws/concurrency-is-no-throttling", Severity.WARNING, "This does not show throttling",
					"It shows the reserved concurrency. The metric Throttles says how often calls were refused.",
					"Throttled calls are not shown.", line("get-function-concurrency")),
			LineRule.of("aws/first-key-of-all", Severity.ERROR, "The first key may belong to something else",
					"The list holds the keys of every API of the account. Look it up by its usage plan.",
					"It is whichever comes first.", line("get-api-keys\\b.*items\\[0\\]")),
			LineRule.of("aws/region-missing", Severity.WARNING, "In a failover the region must be written",
					"The default region is the one that fails.", "--region is missing.",
					line("rds\\s+(promote-read-replica|restore-db-instance-from-db-snapshot)\\b")
						.and(line("--region").negate())));

	private AwsRules() {
	}

}
