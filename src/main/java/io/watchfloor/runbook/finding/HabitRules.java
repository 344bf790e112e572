package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.above;
import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** Habits that work on a quiet day. */
final class HabitRules {

	static final List<LineRule> ALL = List.of(LineRule.of("shell/unpacks-over-root", Severity.DANGER,
			"An archive is unpacked over the whole system",
			"What is there is overwritten without a copy and without a look. Unpack into an empty folder and compare first.",
			"It writes from the root down.", line("\\btar\\s+-?-?\\w*x\\w*\\s.*\\s-C\\s*/(\\s|$)")),
			LineRule.of("shell/deletes-by-age", Severity.WARNING, "Files are deleted by their age alone",
					"Age does not say whether a newer one is good, or whether an incident needs the old one. List them first, and keep a minimum number.",
					"Nothing is kept for sure.", line("\\bfind\\s.*-mtime\\s+\\+\\d+.*-delete\\b")),
			LineRule.of("shell/exports-for-this-session", Severity.ERROR, "The version holds in this shell only",
					"The next start from another shell takes the default again. Write it into the .env file of the project.",
					"Nobody else sees it.",
					line("^\\s*export\\s+\\w*(VERSION|TAG)=").and(block("docker[- ]compose\\b.*\\bup\\b"))),
			LineRule.of("shell/one-answer-of-many", Severity.WARNING, "One request shows one instance",
					"Behind a load balancer each request may reach another one. Ask each instance by itself.",
					"The others are not seen.",
					line("\\bcurl\\b")
						.and(above("(?im)^\\s*#.*\\b(load distribution|balanced|distribution of)\\b[^\\n]*\\n\\s*$"))),
			LineRule.of("pg/hides-idle", Severity.WARNING, "Idle sessions are left out",
					"Connections that were never given back are idle, or idle in a transaction. Count by state instead.",
					"What leaks is not shown.", line("(?i)pg_stat_activity.*\\bstate\\s*(!=|<>)\\s*'idle'")),
			LineRule.of("redis/deletes-by-xargs", Severity.ERROR, "Names go through words of a shell",
					"With no match the command fails, and names with blanks are torn apart and not deleted. The action deletes by pattern, in batches.",
					"Some keys stay.",
					line("(?i)redis-cli\\b.*(--scan|\\bkeys\\b).*\\|\\s*xargs\\b.*redis-cli\\b.*\\b(del|unlink)\\b")),
			LineRule.of("aws/answer-cut", Severity.WARNING, "head cuts JSON in the middle",
					"The first lines of JSON are brackets and parts of an entry. Use --max-items, or --query with --output text.",
					"What is shown is no whole entry.",
					line("^\\s*aws\\s[^|]*\\|\\s*head\\b")
						.and(line("--output[= ](text|table|yaml)|\\bs3\\s+ls\\b|\\blogs\\s+tail\\b").negate())),
			LineRule.of("aws/export-not-awaited", Severity.WARNING, "An export takes its time",
					"It needs point-in-time recovery, and goes on after the command has ended. Wait until describe-export says COMPLETED before anything relies on it.",
					"Nothing waits for it.",
					line("dynamodb\\s+export-table-to-point-in-time").and(block("describe-export").negate())),
			LineRule.of("aws/bucket-as-folder", Severity.ERROR, "The file stays on this machine",
					"A redirection or wget writes into a local folder of that name. Use aws s3 cp - s3://…",
					"Nothing reaches the bucket.", line("(>|wget\\s[^|;]*-O)\\s*\\$\\{?\\w*BUCKET\\w*\\}?/")),
			LineRule.of("k8s/secret-in-arguments", Severity.DANGER, "A secret stands in the arguments",
					"The list of processes and the shell's history show it. Create it from a file that only you can read, or by an operator.",
					"Others can read it.", line("kubectl\\s+create\\s+secret\\s+generic\\b.*--from-literal")),
			LineRule.of("prom/no-such-figure", Severity.ERROR, "No exporter has a figure of that name",
					"The limit is container_spec_memory_limit_bytes; for the use take container_memory_working_set_bytes.",
					"The answer is empty.", line("\\bcontainer_memory_limit_bytes\\b")),
			LineRule.of("shell/compares-figures", Severity.ERROR, "A shell cannot compare this figure",
					"CloudWatch answers 12.0, or None where there is no data: test refuses both, and the branch is never taken. Compare with awk, and treat no data as trouble.",
					"It never fires.", line("get-metric-statistics.*\\[+\\s*\"?\\$\\w+\"?\\s+-(gt|lt|ge|le)\\b")),
			LineRule.of("prom/errors-alone", Severity.INFO, "Errors per second are no share",
					"How bad that is depends on how many requests there are. Divide by all of them.",
					"It has no measure.",
					line("(?m)^\\s*(sum\\()?rate\\(\\s*\\w+\\{[^}]*(status|code|result)[^}]*(error|5)[^}]*\\}\\[[^\\]]+\\]\\s*\\)\\)?\\s*$")));

	private HabitRules() {
	}

}
