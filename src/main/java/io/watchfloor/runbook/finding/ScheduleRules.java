package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.fact.Fact;
import io.watchfloor.runbook.fact.Facts;
import io.watchfloor.runbook.fact.Moment;

/** Scheduled work that meets, that has no procedure, or that is too seldom. */
final class ScheduleRules implements DocumentRule {

	private static final Rule MEET = new Rule("document/schedules-meet", Severity.WARNING,
			"Two scheduled tasks are under way at the same time",
			"Both slow each other down, and the second may find the first unfinished. Move one of them.");

	private static final Rule HOW = new Rule("document/task-without-procedure", Severity.INFO,
			"Nothing says how a scheduled task is done",
			"It will be marked as done without anybody knowing what was done. Write its steps in a section of that name.");

	private static final Rule CERTIFICATE = new Rule("document/renewal-too-late", Severity.DANGER,
			"Certificates are renewed on the day they expire",
			"Certificates of 90 days that are renewed every 90 days are expired when one renewal fails. Renew every 60 days, and check the days that are left.");

	private static final Pattern SMALL = Pattern.compile("[^a-z0-9 ]");

	@Override
	public List<Rule> rules() {
		return List.of(MEET, HOW, CERTIFICATE);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		List<Fact.Task> tasks = Facts.of(document.blocks())
			.stream()
			.filter(Fact.Task.class::isInstance)
			.map(Fact.Task.class::cast)
			.toList();
		for (int i = 0; i < tasks.size(); i++) {
			Fact.Task task = tasks.get(i);
			for (Fact.Task other : tasks.subList(i + 1, tasks.size())) {
				meet(task, other, report);
			}
			if (!hasProcedure(task, document)) {
				report.add(HOW, task.line(), "No section says how '" + task.name() + "' is done.");
			}
			if (task.name().toLowerCase(Locale.ROOT).matches(".*(certificate|ssl|tls).*")
					&& task.every().matches("(?i).*(90 days|3 months|quarter).*")) {
				report.add(CERTIFICATE, task.line(), "'" + task.name() + "' is done " + task.every() + ".");
			}
		}
	}

	private static void meet(Fact.Task task, Fact.Task other, Report report) {
		Optional<Moment> first = Moment.of(task);
		Optional<Moment> second = Moment.of(other);
		if (first.isPresent() && second.isPresent() && first.get().meets(second.get())) {
			report.add(MEET, other.line(), "'" + other.name() + "' (" + other.at() + ") meets '" + task.name() + "' ("
					+ task.at() + ", line " + task.line() + ").");
		}
	}

	private static boolean hasProcedure(Fact.Task task, ReadDocument document) {
		List<String> words = List.of(SMALL.matcher(task.name().toLowerCase(Locale.ROOT)).replaceAll("").split(" "))
			.stream()
			.filter((word) -> word.length() > 3)
			.map((word) -> word.substring(0, Math.min(5, word.length())))
			.toList();
		return document.procedures()
			.stream()
			.map(Procedure::title)
			.anyMatch((title) -> words.stream().anyMatch((word) -> title.toLowerCase(Locale.ROOT).contains(word)));
	}

}
