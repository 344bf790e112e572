package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.compare.ProcedureChange;
import io.watchfloor.runbook.compare.ProcedureChange.Kind;
import io.watchfloor.runbook.compare.RunbookDifference;
import io.watchfloor.ui.Chip;

/** What a new version of a document changes, procedure by procedure. */
final class DifferenceLines extends Div {

	DifferenceLines(RunbookDifference difference) {
		addClassName("wf-column");
		difference.procedures().forEach((change) -> add(procedure(change)));
		if (difference.procedures()
			.stream()
			.flatMap((change) -> change.lines().stream())
			.anyMatch((line) -> line.text().contains("[hidden]"))) {
			add(dim("What looks like a password is hidden here. The file is kept as it is: take it out of the file."));
		}
		if (difference.same() > 0) {
			add(dim(RunbookCard.count(difference.same(), "procedure") + " as before"));
		}
		findings("New finding", difference.newFindings(), Chip.Tone.WARN);
		findings("Solved", difference.solvedFindings(), Chip.Tone.OK);
	}

	private static Component procedure(ProcedureChange change) {
		Span title = new Span(change.title());
		title.addClassName("rb-step-title");
		Div head = new Div(chip(change.kind()), title);
		head.addClassName("wf-row");
		Div lines = new Div();
		lines.addClassName("rb-difference");
		change.lines().forEach((line) -> lines.add(line(line)));
		Div row = new Div(head, lines);
		row.addClassName("wf-column");
		return row;
	}

	private static Div line(ProcedureChange.Line line) {
		Span sign = new Span(sign(line.kind()));
		sign.getElement().setAttribute("aria-label", line.kind().name().toLowerCase(Locale.ROOT));
		Div row = new Div(sign, new Span(line.text()));
		row.addClassNames("rb-difference-line", line.kind().name().toLowerCase(Locale.ROOT));
		return row;
	}

	private static String sign(Kind kind) {
		return switch (kind) {
			case ADDED -> "+";
			case REMOVED -> "−";
			case CHANGED -> "~";
			case SAME -> " ";
		};
	}

	private static Chip chip(Kind kind) {
		return switch (kind) {
			case ADDED -> new Chip(Chip.Tone.INFO, "New");
			case REMOVED -> new Chip(Chip.Tone.WARN, "Gone");
			case CHANGED -> new Chip(Chip.Tone.INFO, "Changed");
			case SAME -> new Chip(Chip.Tone.MUTE, "Same");
		};
	}

	private void findings(String word, List<RunbookFinding> findings, Chip.Tone tone) {
		findings.forEach((finding) -> {
			Div row = new Div(new Chip(tone, word), new Span(finding.sentence()),
					dim("line " + finding.lines().first() + " · " + finding.rule().id()));
			row.addClassName("wf-row");
			add(row);
		});
	}

	private static Span dim(String text) {
		Span span = new Span(text);
		span.addClassName("wf-dim");
		return span;
	}

}
