package io.watchfloor.runbook.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.CodeBlock;

/** A finding beside what it is about: what is wrong, why, and the safer line. */
final class FindingRow extends Div {

	FindingRow(RunbookFinding finding, Runnable selected) {
		addClassNames("rb-finding", style(finding.rule().severity()));
		Anchor id = new Anchor("findings/" + finding.rule().id(), finding.rule().id());
		id.setTitle("What this rule says, and how to suppress it");
		id.addClassName("rb-finding-id");
		Span title = new Span(finding.rule().title());
		title.addClassName("rb-step-title");
		Div head = new Div(chip(finding.rule().severity()), title, id);
		head.addClassName("wf-row");
		Div message = new Div("Line " + finding.lines().first() + (finding.detailed() ? ": " + finding.message() : ""));
		Div why = new Div(finding.rule().explanation());
		why.addClassName("wf-dim");
		add(head, message, why);
		if (finding.saferCommand() != null) {
			add(new Div("Safer:"), new CodeBlock(finding.saferCommand()));
		}
		getElement().addEventListener("click", (event) -> selected.run());
	}

	static Chip chip(Severity severity) {
		return new Chip(switch (severity) {
			case ERROR, DANGER -> Chip.Tone.CRIT;
			case WARNING -> Chip.Tone.WARN;
			case INFO -> Chip.Tone.INFO;
		}, word(severity));
	}

	private static String word(Severity severity) {
		String name = severity.name().toLowerCase(Locale.ROOT);
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	static String style(Severity severity) {
		return switch (severity) {
			case ERROR, DANGER -> "crit";
			case WARNING -> "warn";
			case INFO -> "info";
		};
	}

}
