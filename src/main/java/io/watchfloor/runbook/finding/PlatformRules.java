package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.fact.Fact;
import io.watchfloor.runbook.fact.Facts;

/** Parts of a document that do not fit each other. */
final class PlatformRules implements DocumentRule {

	private static final Rule PLATFORMS = new Rule("document/two-platforms", Severity.WARNING,
			"The document works on two platforms",
			"Some procedures use Compose and others Kubernetes. In an emergency half of them do not work. Say which one the system runs on, and mark the others as plans.");

	private static final Rule NAMES = new Rule("docker/two-file-names", Severity.ERROR,
			"The production file has two names", "One of them does not exist. Use one name everywhere.");

	private static final Rule WITHOUT = new Rule("docker/without-production-file", Severity.DANGER,
			"Without its file Compose starts the development settings",
			"Elsewhere the document names the production file with -f. Without it, this command brings up what developers use.");

	private static final Rule KINDS = new Rule("aws/two-database-kinds", Severity.ERROR,
			"Operations of a cluster and of an instance are mixed",
			"A database is one or the other: half of these commands fail. Look up which it is.");

	private static final Rule ROLE = new Rule("aws/no-execution-role", Severity.ERROR,
			"A Fargate task needs an execution role",
			"Without executionRoleArn it can neither fetch its image nor its secrets.");

	private static final Rule POINT = new Rule("document/recovery-promise", Severity.WARNING,
			"Nothing shows that this can be kept",
			"No loss at all needs synchronous replication, and a day needs a backup each day. Measure it with a restore test.");

	private static final Pattern FILE = Pattern.compile("docker[- ]compose\\b.*?-f\\s+(\\S*prod\\S*\\.ya?ml)");

	private static final Pattern STARTS = Pattern
		.compile("docker[- ]compose\\s+(?!.*-f\\s)(up|restart|pull|down|start)\\b");

	@Override
	public List<Rule> rules() {
		return List.of(PLATFORMS, NAMES, WITHOUT, KINDS, ROLE, POINT);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		platforms(document, report);
		files(document, report);
		CodeLine cluster = first(document, "failover-db-cluster|restore-db-cluster");
		CodeLine instance = first(document, "reboot-db-instance|restore-db-instance-to-point|promote-read-replica");
		if (cluster != null && instance != null) {
			report.add(KINDS, cluster.lines(),
					"Line " + instance.lines().first() + " treats the database as an instance.");
		}
		document.all(Code.class)
			.stream()
			.filter((code) -> code.text().contains("\"FARGATE\"") && code.text().contains("containerDefinitions")
					&& !code.text().contains("executionRoleArn"))
			.forEach((code) -> report.add(ROLE, code.lines().first(), "executionRoleArn is missing."));
		Facts.of(document.blocks()).forEach((fact) -> {
			if (fact instanceof Fact.Recovery recovery && recovery.point() != null
					&& recovery.point().matches("(?i)(0\\b|zero|none|near.?zero|24 h).*")) {
				report.add(POINT, recovery.line(), "'" + recovery.component() + "' may lose " + recovery.point() + ".");
			}
		});
	}

	private static void platforms(ReadDocument document, Report report) {
		List<CodeLine> kubernetes = lines(document, "^\\s*(sudo )?kubectl\\b");
		List<CodeLine> compose = lines(document, "^\\s*(sudo )?docker[- ]compose\\b");
		if (kubernetes.size() >= 5 && compose.size() >= 5) {
			report.add(PLATFORMS, kubernetes.getFirst().lines(),
					kubernetes.size() + " commands use kubectl, " + compose.size() + " use Compose.");
		}
	}

	private static void files(ReadDocument document, Report report) {
		Set<String> names = new TreeSet<>();
		for (CodeLine line : document.commands()) {
			Matcher file = FILE.matcher(line.line().text());
			if (file.find()) {
				String name = file.group(1).replaceFirst(".*/", "");
				if (!names.isEmpty() && names.add(name)) {
					report.add(NAMES, line.lines(), "Here it is '" + name + "', elsewhere " + names + ".");
				}
				names.add(name);
			}
		}
		if (!names.isEmpty()) {
			document.commands()
				.stream()
				.filter((line) -> STARTS.matcher(line.line().text()).find()
						&& !line.line().block().contains("COMPOSE_FILE"))
				.forEach((line) -> report.add(WITHOUT, line.lines(), "-f " + names.iterator().next() + " is missing."));
		}
	}

	private static List<CodeLine> lines(ReadDocument document, String pattern) {
		Pattern compiled = Pattern.compile(pattern);
		return document.commands().stream().filter((line) -> compiled.matcher(line.line().text()).find()).toList();
	}

	private static @org.jspecify.annotations.Nullable CodeLine first(ReadDocument document, String pattern) {
		List<CodeLine> lines = lines(document, pattern);
		return lines.isEmpty() ? null : lines.getFirst();
	}

}
