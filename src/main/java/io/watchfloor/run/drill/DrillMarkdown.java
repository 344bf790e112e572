package io.watchfloor.run.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.watchfloor.run.StepRun;
import org.jspecify.annotations.Nullable;

/** A drill's report as a Markdown document. */
public final class DrillMarkdown {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter
		.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private DrillMarkdown() {
	}

	/** Writes the report. What people and targets wrote cannot add markup of its own. */
	public static String of(DrillReport report) {
		Drill drill = report.drill();
		StringBuilder text = new StringBuilder("# Drill: ").append(plain(report.run().title())).append("\n\n");
		text.append("Nothing was changed: a drill sends no change.\n\n");
		fact(text, "Runbook", report.run().runbook() + ", version " + report.run().version());
		fact(text, "Environment", report.run().environment());
		fact(text, "Began", MOMENT.format(report.run().startedAt()) + ", by " + report.run().startedBy().name());
		fact(text, "Took", report.took().map(DrillMarkdown::words).orElse("under way"));
		if (drill.within() != null) {
			fact(text, "Recovery target", drill.component() + ": " + words(drill.within())
					+ report.inTime().map((met) -> met ? ", kept" : ", missed").orElse(""));
		}
		if (drill.faultLabel() != null) {
			fact(text, "Injected fault",
					drill.faultLabel() + Optional.ofNullable(drill.faultClearedAt())
						.map((at) -> ", put right " + MOMENT.format(at))
						.orElse(""));
		}
		fact(text, "Took part", String.join(", ", report.people()));
		text.append("\n## Steps\n\n| step | state | at | took | what came of it |\n|---|---|---|---|---|\n");
		report.lines().forEach((line) -> row(text, line));
		list(text, "Findings", report.findings());
		list(text, "What was hard", (drill.hard() != null) ? List.of(drill.hard()) : List.of());
		return text.toString();
	}

	private static void fact(StringBuilder text, String name, String value) {
		text.append("- ").append(name).append(": ").append(plain(value)).append('\n');
	}

	private static void row(StringBuilder text, DrillReport.Line line) {
		StepRun step = line.step();
		text.append("| ")
			.append(plain(step.shortTitle()))
			.append(" | ")
			.append(step.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.append(" | ")
			.append(moment(step.endedAt()))
			.append(" | ")
			.append(line.took().map(DrillMarkdown::words).orElse(""))
			.append(" | ")
			.append(plain(Optional.ofNullable(step.message()).or(() -> Optional.ofNullable(step.note())).orElse("")))
			.append(" |\n");
	}

	private static void list(StringBuilder text, String title, List<String> lines) {
		text.append("\n## ").append(title).append("\n\n");
		if (lines.isEmpty()) {
			text.append("Nothing was written down.\n");
		}
		lines.forEach((line) -> text.append("- ").append(plain(line)).append('\n'));
	}

	private static String moment(@Nullable Instant at) {
		return (at != null) ? MOMENT.format(at) : "";
	}

	/** "1 h 5 min", "42 s". */
	public static String words(Duration time) {
		long hours = time.toHours();
		if (hours > 0) {
			return hours + " h" + ((time.toMinutesPart() > 0) ? " " + time.toMinutesPart() + " min" : "");
		}
		if (time.toMinutes() > 0) {
			return time.toMinutes() + " min" + ((time.toSecondsPart() > 0) ? " " + time.toSecondsPart() + " s" : "");
		}
		return time.toSeconds() + " s";
	}

	private static String plain(String text) {
		return text.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
	}

}
