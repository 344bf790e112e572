package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;

/** One procedure in a list. */
final class ProcedureLink extends Div {

	ProcedureLink(Runbook book, Procedure procedure, Optional<Freshness> fresh) {
		addClassNames("wf-row", "rb-procedure");
		getElement().setAttribute("data-first", String.valueOf(procedure.lines().first()));
		Anchor title = new Anchor(Places.of(book.id(), procedure.slug()), procedure.title());
		Span facts = new Span(
				RunbookCard.count(procedure.steps().size(), "step") + " · line " + procedure.lines().first());
		facts.addClassName("wf-dim");
		CoverageChip chip = new CoverageChip(Coverage.of(List.of(procedure)));
		FindingsChip findings = new FindingsChip(book, procedure);
		findings.addClassName("wf-spread");
		add(title, facts, findings);
		fresh.ifPresent((known) -> add(new FreshnessChip(known)));
		add(chip);
	}

}
