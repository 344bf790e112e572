package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of AWS. */
final class AwsRules {

	static final List<LineRule> ALL = List.of(LineRule.of("aws/purge-queue", Severity.DANGER,
			"All waiting messages are thrown away",
			"What waits in the queue may be the only trace of an alarm. Keep a copy first, or move the messages back to their source.",
			"Nothing keeps them.", line("\\bsqs\\s+purge-queue\\b")),
			LineRule.of("aws/environment-replaced", Severity.DANGER, "All other variables are removed",
					"--environment replaces the whole map. Read it, change one value, and write it back with the revision it was read from.",
					"What is not listed is gone.", line("update-function-configuration\\b.*--environment\\b")),
			LineRule.of("aws/encryption-key-replaced", Severity.DANGER, "What was encrypted cannot be read any more",
					"Existing data needs the old key. Make sure that the application reads several keys before you replace one.",
					"The old key is overwritten.",
					line("(?i)secretsmanager\\s+(update-secret|put-secret-value)\\b.*encrypt")),
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
			LineRule.of("aws/stack-incomplete", Severity.ERROR, "The stack or table cannot be made like this",
					"A stack with roles needs --capabilities, a restore needs the backup's full ARN and the other region's settings.",
					"A required part is missing.",
					line("cloudformation\\s+create-stack\\b(?!.*--capabilities)|restore-table-from-backup\\b(?!.*arn:aws:dynamodb:\\S+:backup/)(?!.*[<$])")),
			LineRule.of("aws/cancel-is-no-rollback", Severity.WARNING, "A finished update cannot be cancelled",
					"It works while the update runs only. Afterwards deploy the version before.", "The status decides.",
					line("cancel-update-stack")),
			LineRule.of("aws/redirect-is-no-upload", Severity.ERROR, "The file stays on this machine",
					"A redirection writes to a local path, not into the bucket. Use aws s3 cp - s3://…",
					"Nothing reaches the bucket.",
					line(">\\s*(s3://|backups?/)[\\w./-]*").and(block("(?i)s3|backup"))));

	private AwsRules() {
	}

}
