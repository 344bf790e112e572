package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.above;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What is known to go wrong with commands of Kubernetes. */
final class KubernetesRules {

	static final List<LineRule> ALL = List.of(LineRule.of("k8s/logs-without-target", Severity.ERROR, "No pod is named",
			"kubectl refuses: name a pod, a deployment or a selector. As evidence this file stays empty.",
			"Nothing is read.",
			line("kubectl\\s+logs(\\s+(-n\\s+\\S+|--namespace[= ]\\S+|--[a-z-]+(=\\S+)?|-p|>+\\s*\\S+))*\\s*($|[|>])")
				.and(line("\\s-l\\b|--selector|deploy|/").negate())),
			LineRule.of("k8s/restart-after-change", Severity.WARNING, "The change has already restarted the pods",
					"'set env' and 'set image' roll them; restarting is a second disruption. Leave it out.",
					"It restarts twice.",
					line("kubectl\\s+rollout\\s+restart").and(above("kubectl\\s+set\\s+(env|image)"))),
			LineRule.of("k8s/patch-replaces-list", Severity.DANGER, "The patch replaces the whole list",
					"A merge patch of tls, rules or containers drops every other entry. Read the list, and patch one item by its index.",
					"Other hosts lose their certificate.",
					line("kubectl\\s+patch\\b.*(\\\"tls\\\"|\\\"rules\\\"|\\\"containers\\\")")),
			LineRule.of("k8s/blocks-everybody", Severity.DANGER, "The policy blocks everybody in the namespace",
					"An empty podSelector takes all pods, and what is not allowed is denied. Try it on one, and write down how to remove it.",
					"All pods are cut off.", line("(?s)kind:\\s*NetworkPolicy.*podSelector:\\s*\\{\\}")),
			LineRule.of("k8s/old-version-deleted", Severity.WARNING, "The way back is deleted",
					"Once the old version is gone there is nothing to switch back to. Keep it until somebody has signed off.",
					"Nothing is left to return to.",
					line("kubectl\\s+delete\\s+(deployment|deploy|service|svc)\\b\\S*\\s+\\S*(blue|green|old|canary)|kubectl\\s+delete\\s+(deployment|deploy)/\\S*(blue|green|old|canary)")),
			LineRule.of("k8s/deletes-in-loop", Severity.DANGER, "Objects are deleted in a loop",
					"What the list holds at that moment goes, one after the other, and nobody sees the names first. Print the list, read it, then delete by name or label.",
					"Nobody sees what goes.",
					line("\\bkubectl\\b[^;|\\n]{0,300}?\\sdelete\\s")
						.and(line("(?:^|[;&|\\n])\\s*(?:for|while|until)\\s"))
						.or(line("\\|\\s*xargs\\b[^|;\\n]{0,200}?\\bkubectl\\b[^|;\\n]{0,300}?\\sdelete\\b"))),
			LineRule.of("k8s/debug-left-on", Severity.WARNING, "Debug logging is never switched off",
					"It fills disks and writes secrets. Say until when, and the command that takes it back.",
					"Nothing switches it off.", line("(?i)set\\s+env\\b.*log_?level=(debug|trace)")),
			LineRule.of("k8s/pool-times-replicas", Severity.WARNING, "The pool counts once for each replica",
					"Size and overflow times replicas must stay below what the database allows.",
					"Multiply it by the number of replicas.", line("(?i)\\b(db_)?pool_size=\\d+|max_overflow=\\d+")),
			LineRule.of("k8s/image-lacks-tool", Severity.ERROR, "The image does not hold the tool",
					"The database's image has no aws command: the job fails each night. Use an image that has both, and run it once by hand.",
					"The command is not found.", line("(?s)image:\\s*postgres.*\\baws\\s+s3\\b")),
			LineRule.of("k8s/model-changed", Severity.DANGER, "Vectors of two models do not compare",
					"Another embedding model has another length: inserts fail, or searches find nonsense. It needs new embeddings of everything.",
					"Stored vectors stay as they are.", line("(?i)set\\s+env\\b.*embedding_model=")));

	private KubernetesRules() {
	}

}
