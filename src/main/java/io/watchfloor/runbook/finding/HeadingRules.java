package io.watchfloor.runbook.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.document.Block.Heading;
import io.watchfloor.runbook.document.Plain;

/** Headings that cannot be told apart, and numbers that are missing. */
final class HeadingRules implements DocumentRule {

	private static final Rule SAME = new Rule("document/same-heading", Severity.INFO,
			"Two sections of the same parent have the same heading",
			"A link leads to the first of them only, and people talk about the wrong one. Give them different names.");

	private static final Rule GAP = new Rule("document/step-missing", Severity.WARNING, "A step's number is missing",
			"The numbers jump: a step was lost, or others were not renumbered. Check against what was meant.");

	private static final Pattern STEP = Pattern.compile("(?i)(?:step|phase|stage)\\s+(\\d{1,2})\\b.*");

	@Override
	public List<Rule> rules() {
		return List.of(SAME, GAP);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		Map<String, Integer> seen = new HashMap<>();
		Map<Integer, String> parents = new HashMap<>();
		Map<Integer, Integer> numbers = new HashMap<>();
		for (Heading heading : document.all(Heading.class)) {
			int level = heading.level();
			parents.keySet().removeIf((other) -> other >= level);
			numbers.keySet().removeIf((other) -> other > level);
			String title = Plain.title(heading.text());
			Integer before = seen.putIfAbsent(level + parents.toString() + Plain.slug(title), heading.lines().first());
			if (before != null) {
				report.add(SAME, heading.lines().first(), "'" + title + "' stands on line " + before + " too.");
			}
			parents.put(level, Plain.slug(title));
			number(heading, numbers, report);
		}
	}

	private static void number(Heading heading, Map<Integer, Integer> numbers, Report report) {
		Matcher step = STEP.matcher(Plain.text(heading.text()));
		if (!step.matches()) {
			numbers.remove(heading.level());
			return;
		}
		int number = Integer.parseInt(step.group(1));
		Integer before = numbers.put(heading.level(), number);
		if (before != null && number > before + 1) {
			report.add(GAP, heading.lines().first(), "After number " + before + " comes number " + number + ".");
		}
	}

}
