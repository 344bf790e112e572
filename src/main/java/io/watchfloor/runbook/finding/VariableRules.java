package io.watchfloor.runbook.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.LineRange;

/**
 * Variables that are used above the line that sets them, and placeholders nobody can fill
 * in.
 */
final class VariableRules implements DocumentRule {

	private static final Rule EARLY = new Rule("document/variable-set-later", Severity.WARNING,
			"A variable is used above the line that sets it",
			"Whoever works from top to bottom runs this line with an empty value. Move the assignment up.");

	private static final Pattern SET = Pattern.compile("^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]{2,})=\\S?");

	private static final Pattern USED = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]{2,})\\b");

	@Override
	public List<Rule> rules() {
		return List.of(EARLY);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		document.procedures().forEach((procedure) -> procedure(document, procedure.lines(), report));
	}

	private static void procedure(ReadDocument document, LineRange range, Report report) {
		Map<String, CodeLine> used = new HashMap<>();
		Map<String, Boolean> set = new HashMap<>();
		for (CodeLine line : document.commands()) {
			if (!range.contains(line.lines().first())) {
				continue;
			}
			Matcher assignment = SET.matcher(line.line().text());
			Matcher variables = USED.matcher(line.line().text());
			while (variables.find()) {
				used.putIfAbsent(variables.group(1), line);
			}
			if (assignment.find() && !set.containsKey(assignment.group(1))) {
				CodeLine early = used.get(assignment.group(1));
				if (early != null && early.lines().last() < line.lines().first()) {
					report.add(EARLY, early.lines(),
							"$" + assignment.group(1) + " is set only on line " + line.lines().first() + ".");
				}
				set.put(assignment.group(1), true);
			}
		}
	}

}
