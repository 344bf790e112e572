package io.watchfloor.runbook.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.fact.Fact;
import io.watchfloor.runbook.fact.Fact.Contact;
import io.watchfloor.runbook.fact.Fact.Limit;
import io.watchfloor.runbook.fact.Fact.Recovery;
import io.watchfloor.runbook.fact.Fact.Severity;
import io.watchfloor.runbook.fact.Fact.Task;
import io.watchfloor.runbook.fact.Moment;
import org.jspecify.annotations.Nullable;

/** Spells facts as the system's file does. What a document leaves open is not guessed. */
final class FactEntries {

	private static final Pattern LIMIT = Pattern
		.compile("(>=|<=|≥|≤|>|<)\\s*(-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*([%°A-Za-z/µ]{0,20})");

	private static final int LONGEST = 2_000;

	private final String file;

	private int severities;

	FactEntries(String file) {
		this.file = file;
	}

	List<Entry> of(List<Fact> facts) {
		List<Entry> entries = new ArrayList<>();
		facts.forEach((fact) -> entries.add(switch (fact) {
			case Severity severity -> severity(severity);
			case Limit limit -> threshold(limit);
			case Task task -> schedule(task);
			case Contact contact -> contact(contact);
			case Recovery recovery -> recovery(recovery);
		}));
		return entries;
	}

	private Entry severity(Severity fact) {
		this.severities++;
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("label", cut(fact.label()));
		fields.put("rank", this.severities);
		fields.put("meaning", cut(fact.meaning()));
		time(fields, "respondWithin", fact.respond(), false);
		return new Entry("severities", List.of("label"), fields, fact.line(),
				(this.severities > 9) ? "A scheme has nine levels at most." : null);
	}

	private Entry threshold(Limit fact) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("metric", cut(fact.metric()));
		Matcher warning = LIMIT.matcher(String.valueOf(fact.warning()).strip());
		Matcher critical = LIMIT.matcher(String.valueOf(fact.critical()).strip());
		boolean warns = warning.matches();
		boolean cries = critical.matches();
		String trouble = trouble(fact, warns, cries);
		if (warns && cries && !warning.group(3).equals(critical.group(3))) {
			trouble = "Its two limits have different units.";
		}
		String unit = warns ? warning.group(3) : cries ? critical.group(3) : "";
		if (!unit.isEmpty()) {
			fields.put("unit", unit);
		}
		if (warns) {
			fields.put("warning", limit(warning));
		}
		if (cries) {
			fields.put("critical", limit(critical));
		}
		return new Entry("thresholds", List.of("metric"), origin(fields, fact.line()), fact.line(), trouble);
	}

	private static @Nullable String trouble(Limit fact, boolean warns, boolean cries) {
		if ((fact.warning() != null && !warns) || (fact.critical() != null && !cries)) {
			return "'" + ((fact.warning() != null && !warns) ? fact.warning() : fact.critical())
					+ "' is no comparison with one number, such as '> 80%'.";
		}
		return (warns || cries) ? null : "It names no limit.";
	}

	private static String limit(Matcher limit) {
		return limit.group(1).replace("≥", ">=").replace("≤", "<=") + " " + limit.group(2);
	}

	private Entry schedule(Task fact) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("task", cut(fact.name()));
		Optional<String> every = Times.every(fact.every());
		fields.put("every", every.orElse(fact.every()));
		Moment.of(fact).ifPresent((moment) -> {
			if (moment.day() != null) {
				fields.put("day", moment.day());
			}
			if (moment.week() > 0) {
				fields.put("week", moment.week());
			}
			fields.put("at", "%02d:%02d".formatted(moment.minute() / 60 % 24, moment.minute() % 60));
			if ((fact.every() + " " + fact.at()).contains("UTC")) {
				fields.put("zone", "UTC");
			}
		});
		time(fields, "takes", fact.takes(), true);
		return new Entry("schedules", List.of("task"), origin(fields, fact.line()), fact.line(), every.isPresent()
				? null : "'" + fact.every() + "' is not a day, week, month, quarter or a number of days.");
	}

	private Entry contact(Contact fact) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("role", cut(fact.role()));
		fields.put("name", (fact.name() != null) ? cut(fact.name()) : cut(fact.role()));
		if (fact.reach() != null) {
			fields.put("reach", cut(fact.reach()));
		}
		return new Entry("contacts", List.of("role", "name"), fields, fact.line(),
				(fact.reach() == null && fact.name() == null) ? "The document does not say who, nor how to reach them."
						: null);
	}

	private Entry recovery(Recovery fact) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("component", cut(fact.component()));
		time(fields, "time", fact.time(), true);
		time(fields, "point", fact.point(), false);
		boolean said = fields.containsKey("time") || fields.containsKey("point");
		return new Entry("recovery", List.of("component"), origin(fields, fact.line()), fact.line(),
				said ? null : "Neither of its times can be read as one.");
	}

	private static void time(Map<String, Object> fields, String key, @Nullable String text, boolean span) {
		if (text != null) {
			(span ? Times.span(text) : Times.duration(text)).ifPresent((time) -> fields.put(key, time));
		}
	}

	private Map<String, Object> origin(Map<String, Object> fields, int line) {
		if (!this.file.contains(":") && !this.file.contains("\\")) {
			fields.put("origin", this.file + ":" + line);
		}
		return fields;
	}

	private static String cut(String text) {
		String plain = text.strip().toLowerCase(Locale.ROOT).isEmpty() ? "unnamed" : text.strip();
		return (plain.length() <= LONGEST) ? plain : plain.substring(0, LONGEST);
	}

}
