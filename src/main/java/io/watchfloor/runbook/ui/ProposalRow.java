package io.watchfloor.runbook.ui;

import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.proposal.Proposal;
import io.watchfloor.ui.Chip;

/** One statement of a document, beside what the system's file says. */
final class ProposalRow extends Div {

	ProposalRow(Proposal proposal, boolean allowed, ProposalsPanel panel) {
		addClassNames("wf-card", "wf-column", "rb-proposal");
		Span title = new Span(proposal.kind() + ": " + proposal.title());
		title.addClassName("rb-step-title");
		Button line = new Button("line " + proposal.line(), (click) -> panel.select(proposal));
		line.addThemeVariants(ButtonVariant.TERTIARY);
		Div head = new Div(chip(proposal), title, line);
		head.addClassName("wf-row");
		if (allowed) {
			Button accept = new Button("Accept", (click) -> panel.accept(proposal));
			accept.setEnabled(proposal.change() != null);
			accept.addClassName("wf-spread");
			Button dismiss = new Button("Dismiss", (click) -> panel.dismiss(proposal));
			accept.setAriaLabel("Accept " + proposal.title());
			dismiss.setAriaLabel("Dismiss " + proposal.title());
			head.add(accept, dismiss);
		}
		add(head);
		Span says = new Span(proposal.says()
			.entrySet()
			.stream()
			.map((field) -> field.getKey() + ": " + field.getValue())
			.collect(Collectors.joining(" · ")));
		says.addClassName("rb-step-text");
		add(says);
		proposal.differs().forEach((field, now) -> add(difference(field, now, proposal)));
		if (proposal.trouble() != null) {
			Span why = new Span("It cannot be written by itself: " + proposal.trouble());
			why.addClassNames("wf-dim", "rb-step-text");
			add(why);
		}
	}

	private static Chip chip(Proposal proposal) {
		if (proposal.trouble() != null) {
			return new Chip(Chip.Tone.MUTE, "By hand");
		}
		return proposal.differs().isEmpty() ? new Chip(Chip.Tone.INFO, "New")
				: new Chip(Chip.Tone.WARN, "Says otherwise");
	}

	private static Div difference(String field, String now, Proposal proposal) {
		Div was = new Div(new Span("−"), new Span(field + ": " + now + " (system.yaml)"));
		was.addClassNames("rb-difference-line", "removed");
		Div is = new Div(new Span("+"), new Span(field + ": " + proposal.says().get(field) + " (this document)"));
		is.addClassNames("rb-difference-line", "added");
		Div both = new Div(was, is);
		both.addClassName("rb-difference");
		return both;
	}

}
