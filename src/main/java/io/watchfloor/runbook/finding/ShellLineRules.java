package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;

import static io.watchfloor.runbook.finding.LineRule.above;
import static io.watchfloor.runbook.finding.LineRule.block;
import static io.watchfloor.runbook.finding.LineRule.line;

/** What any shell does with a command, whatever tool it calls. */
final class ShellLineRules implements DocumentRule {

	private static final List<LineRule> SHELL = List.of(LineRule.of("shell/pipe-hides-failure", Severity.DANGER,
			"The pipe hides a failed dump",
			"A shell reports the last command of a pipe only: when the dump fails, a small file and success are what remains. Use 'set -o pipefail', or back up with Watchfloor, which checks every stage.",
			"When the first command fails, the line still succeeds.",
			line("\\b(pg_dump|pg_dumpall|mysqldump|mongodump|pg_basebackup|tar|kubectl get|kubectl exec|docker exec)\\b[^|]*\\|\\s*(gzip|zstd|bzip2|xz|pigz|openssl|aws s3 cp|gpg)\\b")
				.and(block("pipefail").negate())),
			LineRule.of("shell/grep-healthy", Severity.ERROR, "'healthy' is found in 'unhealthy' too",
					"The line succeeds for a service that is down. Compare the whole value, as a health check of Watchfloor does.",
					"'unhealthy' passes as well.",
					line("grep\\s+(?:-[a-zA-Z]*[qico]+[a-zA-Z]*\\s+)?[\"']?healthy[\"']?(\\s|$|;|\\)|\\|)")
						.and(line("grep\\s+(-\\w*\\s+)*-\\w*[wvx]|grep\\s+-\\w*[wvx]").negate())),
			LineRule.of("shell/overwrites-file", Severity.WARNING, "The last file is overwritten",
					"The same name is used each time: the backup or evidence of before is gone, even when the new one is worth nothing. Put the time into the name.",
					"The file's name holds no time.",
					line("(\\b(pg_dump|pg_dumpall|mysqldump|kubectl logs|docker logs|docker-compose logs|docker compose logs)\\b[^|]*(\\|\\s*gzip[^>|]*)?(>|-f)\\s*)[\"']?[\\w./~-]+\\.(sql|dump|gz|log|txt|tar|json)[\"']?\\s*$")
						.and(line("\\$|<[a-zA-Z]|\\d{6}|YYYY").negate())),
			LineRule.of("shell/secret-on-command-line", Severity.DANGER, "A secret stands on the command line",
					"Other users of the machine see it in the list of processes, and it stays in the shell's history. Keep it in a file or in a secret store, and refer to it.",
					"The value is visible to others.",
					line("(--from-literal=?\\s*[\\w.-]*(pass|secret|token|key)[\\w.-]*=|--secret-string[= ]|set env [^|;]*(PASSWORD|SECRET|TOKEN|API_KEY|DATABASE_URL|KEY)=|redis-cli\\b[^|;]*\\s(-a|--pass)\\s|mysql\\b[^|;]*\\s-p\\S|curl\\b[^|;]*\\s(-u|--user)[= ]\\S*:\\S|PGPASSWORD=[^\\s$\"'<]|PGPASSWORD=[\"'][^$\"'<]|--password[= ][^\\s$<-]|docker login\\b[^|;]*\\s(-p|--password)[= ])")),
			LineRule.of("shell/prints-secret", Severity.DANGER, "The command prints secrets",
					"They end up in the terminal's scroll-back, in screen shares and in logs. Show names and ages only.",
					"Secrets appear on the screen.",
					line("secretsmanager get-secret-value(?!.*(>\\s*/dev/null))|kubectl get secrets?\\b[^|]*-o\\s*=?\\s*(yaml|json|jsonpath)|base64 (-d|--decode)|apigateway get-api-keys?\\b[^|]*--include-values?|\\bcat\\s+\\S*\\.env\\b|\\bssm get-parameters?\\b[^|]*--with-decryption|\\bprintenv\\b|kubectl exec[^|]*--\\s*env\\s*$|docker exec \\S+ env\\s*$")
						.and(line("^\\s*(export\\s+)?\\w+=\\$\\(|>\\s*\\S+").negate())),
			LineRule.of("shell/copies-secrets-file", Severity.DANGER, "A file of secrets is copied in clear",
					"A copy in /tmp or in a bucket is read by more people than the original. Leave it out, or encrypt it first.",
					"The copy is not encrypted.",
					line("\\b(cp|scp|rsync|tar|aws s3 (cp|sync))\\b[^|;]*\\.env(\\.[a-z]+)?\\b")
						.and(line("gpg|openssl enc|--sse|age ").negate())),
			LineRule.of("shell/git-pull-on-host", Severity.WARNING, "What is pulled is whatever is there now",
					"Between the decision and the pull somebody may have pushed. Check out a commit that the checks have passed.",
					"No commit is named.", line("^\\s*(sudo )?git pull\\b(?!.*--ff-only \\S+ [0-9a-f]{7,})")),
			LineRule.of("shell/edits-by-hand", Severity.WARNING, "Something is edited by hand",
					"Nobody sees what was changed, and nothing takes it back. Make the change as a typed action or in the repository.",
					"An editor leaves no record.",
					line("^\\s*(sudo )?(kubectl edit|oc edit|vim?|nano|emacs|crontab -e|visudo|systemctl edit)\\b")),
			LineRule.of("shell/unchecked-download", Severity.DANGER, "A program is downloaded and trusted",
					"Whoever can change the download runs their code here, often as root. Pin a version and compare its checksum.",
					"Nothing compares a checksum.",
					line("(curl|wget)\\b[^|;]*\\|\\s*(sudo\\s+)?(ba|z)?sh\\b|(curl|wget)\\b[^|;]*(-o|-O|--output|>)\\s*/usr/(local/)?bin/|curl\\b[^|;]*(releases/latest|/latest/)[^|;]*(-o|-O|-L)|^\\s*(sudo\\s+)?wget\\b[^|;]*(releases/|latest)")
						.and(block("sha256sum|shasum|--checksum|cosign verify-blob|gpg --verify").negate())),
			LineRule.of("shell/group-needs-new-session", Severity.ERROR, "The new group does not count in this session",
					"A session keeps the groups it was opened with. Sign in again before the next command, or use sudo.",
					"Permission is denied until the next sign-in.",
					line("^\\s*(docker|docker-compose)\\b")
						.and(above("usermod\\s+-a?G\\s*a?\\s*docker|usermod -aG docker"))),
			LineRule.of("shell/date-evaluated-twice", Severity.ERROR, "The time is worked out twice",
					"Two calls of 'date' give two names when a second passes between them. Keep the name in a variable.",
					"The file may have another name here.",
					line("\\$\\(date [^)]*%S[^)]*\\)").and(above("\\$\\(date [^)]*%S[^)]*\\)"))
						.and(line("^\\s*\\w+=").negate())
						.and(line("aws s3 cp|gzip|mv|cp|rm|tar|upload|psql|pg_restore"))),
			LineRule.of("shell/sleep-instead-of-waiting", Severity.WARNING, "It waits a fixed time",
					"What is waited for may take longer, and then the next command works on half of it. Wait for the condition itself.",
					"The time is a guess.",
					line("^\\s*sleep\\s+\\d").and(above(
							"BGSAVE|bgsave|docker-compose (up|restart)|docker compose (up|restart)|pg_ctl|systemctl (re)?start|kubectl (delete|apply|rollout)"))),
			LineRule.of("shell/compares-decimals", Severity.ERROR, "A shell cannot compare decimals",
					"[ 12.5 -gt 10 ] is an error, which counts as 'no': an alarm built on it never comes. Use a check of Watchfloor, or bc.",
					"With a decimal, or without a value, the comparison fails.",
					line("\\[\\s+[^\\]]*(?:-gt|-lt|-ge|-le)\\s+\"?\\d+\\.\\d+").or(line(
							"\\[\\s+\"?\\$\\{?\\w*(RATE|rate|AVG|avg|PERCENT|percent|ERRORS|errors|LATENCY|latency|COST|cost|USAGE|DURATION)\\w*}?\"?\\s+-(gt|lt|ge|le)\\s+\\d")
						.and(above("get-metric-statistics|--output text|awk|bc\\b|curl")))),
			LineRule.of("shell/removes-without-limit", Severity.DANGER, "Files are removed by a wide pattern",
					"An empty variable or a wrong folder removes everything below. Name the folder, and list before you delete.",
					"What goes is not named.",
					line("\\brm\\s+-\\w*r\\w*f?\\w*\\s+[\"']?(/|~|\\$\\{?\\w+}?/?[\"']?(\\*|\\s|$)|\\*|/\\*)(\\s|$|\\*)")));

	private static final List<LineRule> RULES = Stream
		.of(SHELL, PostgresRules.ALL, RedisRules.ALL, AwsRules.ALL, KubernetesRules.ALL, DockerRules.ALL, HttpRules.ALL,
				PrometheusRules.ALL, HabitRules.ALL)
		.flatMap(List::stream)
		.toList();

	private static final int LONGEST = 20_000;

	@Override
	public List<Rule> rules() {
		return RULES.stream().map(LineRule::rule).toList();
	}

	@Override
	public void check(ReadDocument document, Report report) {
		for (CodeLine line : document.commands()) {
			if (line.line().text().length() > LONGEST) {
				continue;
			}
			RULES.stream()
				.filter((rule) -> rule.found().test(line))
				.forEach((rule) -> report.add(rule.rule(), line.lines(), rule.message()));
		}
	}

}
