package io.watchfloor.runbook.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ManualStep;

/** What was read, for people. */
final class TextReport {

	private final PrintStream out;

	TextReport(PrintStream out) {
		this.out = out;
	}

	void write(List<ReadFile> files) {
		files.forEach(this::file);
		if (files.size() > 1) {
			List<Procedure> all = files.stream().flatMap((file) -> file.book().procedures().stream()).toList();
			this.out.println(Counted.of(files.size(), "file") + ": " + coverage(Coverage.of(all)) + "; "
					+ findings(files.stream().flatMap((file) -> file.book().findings().stream()).toList()));
		}
	}

	private void file(ReadFile file) {
		List<Procedure> procedures = file.book().procedures();
		int steps = procedures.stream().mapToInt((procedure) -> procedure.steps().size()).sum();
		this.out.println(file.path());
		this.out.println("  " + Counted.of(procedures.size(), "procedure") + ", " + Counted.of(steps, "step") + "; "
				+ coverage(file.coverage()) + "; " + findings(file.book().findings()));
		file.book().findings().forEach((finding) -> {
			this.out.println("  " + file.path() + ":" + finding.lines().first() + "  "
					+ finding.rule().severity().name().toLowerCase(Locale.ROOT) + "  " + finding.rule().id() + "  "
					+ finding.sentence());
			if (finding.saferCommand() != null) {
				this.out.println("      safer: " + finding.saferCommand());
			}
		});
		manual(file);
		this.out.println();
	}

	private void manual(ReadFile file) {
		Map<String, List<Integer>> reasons = new TreeMap<>();
		for (Procedure procedure : file.book().procedures()) {
			for (Step step : procedure.steps()) {
				if (step instanceof ManualStep command && command.command()) {
					reasons.computeIfAbsent(String.valueOf(command.reason()), (reason) -> new ArrayList<>())
						.add(step.lines().first());
				}
			}
		}
		reasons.forEach((reason, lines) -> this.out.println("  manual  " + reason + "  (line "
				+ lines.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")"));
	}

	private static String coverage(Coverage coverage) {
		return (coverage.commands() == 0) ? "no commands"
				: coverage.typed() + " of " + coverage.commands() + " commands typed ("
						+ Math.round(100.0 * coverage.typed() / coverage.commands()) + " %)"
						+ ((coverage.byHand() + coverage.own() == 0) ? "" : ", " + coverage.byHand()
								+ " known and by hand, " + coverage.own() + " scripts or the project's own");
	}

	private static String findings(List<RunbookFinding> findings) {
		if (findings.isEmpty()) {
			return "no findings";
		}
		Map<Severity, Long> counts = findings.stream()
			.collect(
					Collectors.groupingBy((finding) -> finding.rule().severity(), TreeMap::new, Collectors.counting()));
		return Counted.of(findings.size(), "finding") + " ("
				+ counts.entrySet()
					.stream()
					.map((count) -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
					.collect(Collectors.joining(", "))
				+ ")";
	}

}
