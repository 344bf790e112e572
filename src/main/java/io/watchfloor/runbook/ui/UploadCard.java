package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.upload.PreviewedFile;
import io.watchfloor.runbook.upload.PreviewedFile.Readable;
import io.watchfloor.runbook.upload.PreviewedFile.Refused;
import io.watchfloor.ui.Chip;

/** What would become of one file. */
final class UploadCard extends Div {

	UploadCard(PreviewedFile file, Runnable leaveOut) {
		addClassNames("wf-card", "wf-column");
		switch (file) {
			case Readable readable -> readable(readable);
			case Refused refused ->
				add(row(new Chip(Chip.Tone.CRIT, "Cannot be read"), name(refused.given()), new Span(refused.reason())));
		}
		Button out = new Button("Leave out", (click) -> leaveOut.run());
		out.addClassName("wf-spread");
		getComponentAt(0).getElement().appendChild(out.getElement());
	}

	private void readable(Readable file) {
		Runbook book = file.after();
		Chip chip = file.unchanged() ? new Chip(Chip.Tone.MUTE, "As it is")
				: new Chip(Chip.Tone.INFO, (file.replaces() == null) ? "New" : "Replaces");
		Div head = row(chip, name(file.name()), new CoverageChip(Coverage.of(book.procedures())),
				new FindingsChip(book.findings()));
		add(head);
		int steps = book.procedures().stream().mapToInt((procedure) -> procedure.steps().size()).sum();
		Span facts = new Span(book.title() + " · " + RunbookCard.count(book.procedures().size(), "procedure") + " · "
				+ RunbookCard.count(steps, "step")
				+ (file.given().equals(file.name()) ? "" : " · called '" + file.given() + "' by the browser"));
		facts.addClassName("wf-dim");
		add(facts);
		if (file.converted()) {
			add(new Span(
					"It came in Windows-1252 and is kept as UTF-8. See whether its accents and umlauts are right."));
		}
		if (book.procedures().isEmpty()) {
			add(new Span("No procedure was found: no section has commands, a checklist or numbered steps. "
					+ "It can be kept and read, but not walked."));
		}
		if (!file.unchanged()) {
			add(new DifferenceLines(file.difference()));
		}
	}

	private static Span name(String text) {
		Span name = new Span(text);
		name.addClassName("rb-title");
		return name;
	}

	private static Div row(com.vaadin.flow.component.Component... parts) {
		Div row = new Div(parts);
		row.addClassName("wf-row");
		return row;
	}

}
