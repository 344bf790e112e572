package io.watchfloor.action.aws;

import java.util.List;

/** Lines that work and can hurt, or that mislead. */
final class WrittenDangers {

	static final List<CallRule> RULES = List.of(CallRule.danger("secret-on-command-line",
			"A secret stands on the command line",
			"It is kept in the shell's history, shown in the process list and in this document. Set it where nobody reads along.",
			(call) -> call.matches("--(secret-string|secret-binary|master-user-password|auth-token)[= ]")),
			CallRule.danger("secret-printed", "The line prints a secret",
					"What is printed stays in the terminal and in logs. To know that a secret is there, its name and age are enough.",
					(call) -> call.is("secretsmanager get-secret-value") || call.is("kms decrypt")
							|| call.is("ecr get-login-password")
							|| (call.service().equals("ssm") && call.has("with-decryption"))
							|| (call.service().equals("apigateway") && call.has("include-values"))
							|| (call.is("apigateway get-api-keys") && call.matches("value")))
				.instead("aws secretsmanager describe-secret --secret-id SECRET"),
			CallRule.danger("environment-replaced", "All variables of the function are replaced",
					"--environment is the whole new set: every variable that the line does not name is gone, and the function fails at its next start.",
					(call) -> call.is("lambda update-function-configuration") && call.has("environment")),
			CallRule.danger("purge-queue", "The messages are lost",
					"Purging deletes every waiting message for good. From a dead-letter queue they can be sent again instead.",
					(call) -> call.is("sqs purge-queue"))
				.instead("aws sqs start-message-move-task --source-arn DEAD_LETTER_QUEUE_ARN"),
			CallRule.danger("queue-loop", "A loop receives, sends and deletes messages",
					"Where the sending fails the message is deleted all the same, and an empty queue does not end the loop. The service moves messages itself.",
					(call) -> call.is("sqs delete-message") && call.block().contains("receive-message"))
				.instead("aws sqs start-message-move-task --source-arn DEAD_LETTER_QUEUE_ARN"),
			CallRule.danger("machines-terminated", "The machines are gone for good",
					"A terminated instance cannot be started again, and its own disks usually go with it. Look at what runs there and at its group, and stop it first.",
					(call) -> call.is("ec2 terminate-instances")),
			CallRule.danger("cache-reboot", "A reboot empties the cache",
					"A rebooted cache node loses everything in memory; every reader goes to the source until it is filled again.",
					(call) -> call.is("elasticache reboot-cache-cluster")),
			CallRule.danger("retention-shortened", "Older log events are deleted for good",
					"A shorter retention deletes what is older, evidence of open incidents included.",
					(call) -> call.is("logs put-retention-policy")),
			CallRule.danger("class-change-now", "Pending changes ride along",
					"With --apply-immediately every pending change of the instance is applied too, and another class restarts it.",
					(call) -> call.is("rds modify-db-instance") && call.has("apply-immediately")),
			CallRule.danger("promote-without-fence", "Two primaries",
					"A promoted replica takes writes while the old primary may still do so. Fence the old one first.",
					(call) -> call.is("rds promote-read-replica")),
			CallRule.danger("open-to-the-world", "The rule lets everybody in", "0.0.0.0/0 is every address there is.",
					(call) -> call.command().startsWith("authorize-security-group")
							&& call.matches("0\\.0\\.0\\.0/0|::/0")),
			CallRule.danger("public-address", "The tasks get public addresses",
					"assignPublicIp=ENABLED puts every task on the internet.",
					(call) -> call.service().equals("ecs") && call.matches("assignPublicIp=ENABLED")),
			CallRule.warning("ingress-without-end", "The opening has no end",
					"A rule that is opened in an incident stays. Write down when it is revoked, and by whom.",
					(call) -> call.is("ec2 authorize-security-group-ingress")),
			CallRule.warning("absolute-count", "An absolute count can scale down",
					"In an incident the service may run more tasks already, and an autoscaler sets the count again. Look at the present count first.",
					(call) -> call.is("ecs update-service") && call.has("desired-count")),
			CallRule.warning("stable-is-not-new", "Stable may be the old version",
					"services-stable is reached after an automatic rollback too. Compare the running task definition with the one deployed.",
					(call) -> call.is("ecs wait") && call.matches("services-stable")),
			CallRule.warning("reboot-is-no-failover", "A reboot does not change to the standby",
					"Without --force-failover the same machine restarts.",
					(call) -> call.is("rds reboot-db-instance") && !call.has("force-failover")),
			CallRule.warning("cluster-only", "Works for clusters only",
					"failover-db-cluster knows Aurora and Multi-AZ clusters; a single instance fails over by reboot-db-instance --force-failover.",
					(call) -> call.is("rds failover-db-cluster")),
			CallRule.warning("cancel-is-no-rollback", "Only a running update can be cancelled",
					"Once the update is complete the call is refused; going back is another deployment.",
					(call) -> call.is("cloudformation cancel-update-stack")),
			CallRule.warning("region-not-said", "The region is not said",
					"When a region fails, the shell's default is often the failed one.",
					(call) -> call.service().equals("rds")
							&& call.command().matches("promote-read-replica|restore-db-.*") && !call.has("region")),
			CallRule.warning("capabilities-missing", "A template with roles is refused",
					"Stacks that make IAM roles need --capabilities.",
					(call) -> call.is("cloudformation create-stack") && !call.has("capabilities")),
			CallRule.warning("query-per-page", "The query is applied to every page",
					"With --output text the aws command applies --query page by page, so a count or a length is printed once per page, and a missing value as None.",
					(call) -> call.matches("--output[= ]text")
							&& call.matches("--query[= ]['\"]?(length\\(|Count|sum\\()")),
			CallRule.warning("limit-is-not-throttling", "The limit does not show throttling",
					"get-function-concurrency shows what is reserved. Whether calls are refused is the metric Throttles.",
					(call) -> call.is("lambda get-function-concurrency")),
			CallRule.warning("first-of-all", "The first of the list may be another's",
					"items[0] of all API keys is whichever comes first. Choose by name or usage plan.",
					(call) -> call.is("apigateway get-api-keys") && call.matches("items\\[0]")),
			CallRule.warning("record-before-target", "Names are moved before the target was looked at",
					"Look at the new target's health and capacity first; the old answer stays cached for its time to live.",
					(call) -> call.is("route53 change-resource-record-sets")));

	private WrittenDangers() {
	}

}
