package io.watchfloor.runbook.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.fact.Fact;
import io.watchfloor.runbook.fact.Facts;

/** Facts that are missing, or that a document gives twice and differently. */
final class TableRules implements DocumentRule {

	private static final Rule CONTACT = new Rule("document/contact-missing", Severity.WARNING,
			"A contact is not filled in",
			"Nobody can be called. Write who it is and where to reach them, or remove the line.");

	private static final Rule SEVERITY = new Rule("document/severities-disagree", Severity.WARNING,
			"The same severity promises different times",
			"Two places give the same severity another time to answer. Keep one of them.");

	private static final Rule LIMIT = new Rule("document/limits-disagree", Severity.WARNING,
			"The same figure has different limits", "Two places give the same figure other limits. Keep one of them.");

	private static final Rule ALARM = new Rule("document/limit-without-measure", Severity.INFO,
			"A limit says neither for how long nor how it is measured",
			"A single high value would count. Say for how long it must last, and by which query it is measured; as a check it then runs by itself.");

	private static final Pattern OPEN_CONTACT = Pattern.compile(
			"(?i).*(on-?call|primary|secondary|escalat|phone|pager|manager|contact|engineer|lead).*\\[(your |)?(name|phone|email|e-mail|contact|slack|number)[^\\]]*](?!\\().*");

	private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?\\s*[a-z%]*");

	@Override
	public List<Rule> rules() {
		return List.of(CONTACT, SEVERITY, LIMIT, ALARM);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		Map<String, Fact.Severity> severities = new HashMap<>();
		Map<String, Fact.Limit> limits = new HashMap<>();
		for (Fact fact : Facts.of(document.blocks())) {
			switch (fact) {
				case Fact.Contact contact -> contact(contact, report);
				case Fact.Severity severity -> severity(severity, severities, report);
				case Fact.Limit limit -> limit(limit, limits, report);
				case Fact.Task task -> {
				}
				case Fact.Recovery recovery -> {
				}
			}
		}
		List<String> lines = document.written();
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains("[") && OPEN_CONTACT.matcher(lines.get(i)).matches()) {
				report.add(CONTACT, i + 1, "'" + lines.get(i).strip() + "' is not filled in.");
			}
		}
	}

	private static void contact(Fact.Contact contact, Report report) {
		if (contact.reach() == null && contact.name() == null) {
			report.add(CONTACT, contact.line(), "'" + contact.role() + "' cannot be reached.");
		}
	}

	private static void severity(Fact.Severity severity, Map<String, Fact.Severity> seen, Report report) {
		Fact.Severity before = seen.putIfAbsent(severity.label().toLowerCase(Locale.ROOT), severity);
		if (before != null && before.respond() != null && severity.respond() != null
				&& !before.respond().equalsIgnoreCase(severity.respond())) {
			report.add(SEVERITY, severity.line(), severity.label() + " is answered within " + severity.respond()
					+ " here, and within " + before.respond() + " on line " + before.line() + ".");
		}
	}

	private static void limit(Fact.Limit limit, Map<String, Fact.Limit> seen, Report report) {
		Fact.Limit before = seen.putIfAbsent(limit.metric().toLowerCase(Locale.ROOT), limit);
		if (before != null
				&& (differ(before.warning(), limit.warning()) || differ(before.critical(), limit.critical()))) {
			report.add(LIMIT, limit.line(), "'" + limit.metric() + "' has other limits on line " + before.line() + ".");
		}
		String all = limit.warning() + " " + limit.critical() + " " + limit.metric();
		if (before == null && !all.matches("(?i).*(\\bfor\\b|minutes?\\b|\\bmin\\b|\\d+m\\b|over|per ).*")) {
			report.add(ALARM, limit.line(), "'" + limit.metric() + "' does not say for how long.");
		}
	}

	private static boolean differ(@org.jspecify.annotations.Nullable String one,
			@org.jspecify.annotations.Nullable String other) {
		return one != null && other != null && !numbers(one).equals(numbers(other));
	}

	private static List<String> numbers(String text) {
		Matcher numbers = NUMBERS.matcher(text.toLowerCase(Locale.ROOT));
		return numbers.results().map((number) -> number.group().replaceAll("\\s", "")).toList();
	}

}
