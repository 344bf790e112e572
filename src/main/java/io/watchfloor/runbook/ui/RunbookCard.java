package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;

/** One runbook in the list, with the procedures that match what was searched. */
final class RunbookCard extends Div {

	RunbookCard(Runbook book, String wanted, Map<String, Freshness> fresh) {
		addClassName("wf-card");
		int steps = book.procedures().stream().mapToInt((procedure) -> procedure.steps().size()).sum();
		Anchor title = new Anchor(Places.of(book.id()), book.title());
		title.addClassName("rb-title");
		Span facts = new Span(
				book.id().file() + " · " + count(book.procedures().size(), "procedure") + " · " + count(steps, "step"));
		facts.addClassName("wf-dim");
		Div row = new Div(title, facts, spread(new FindingsChip(book.findings())), new FreshnessChip(fresh),
				new CoverageChip(Coverage.of(book.procedures())));
		row.addClassName("wf-row");
		add(row);
		List<Procedure> found = wanted.isEmpty() ? List.of()
				: book.procedures()
					.stream()
					.filter((procedure) -> RunbooksView.contains(procedure.title(), wanted))
					.toList();
		found.forEach((procedure) -> add(
				new ProcedureLink(book, procedure, Optional.ofNullable(fresh.get(procedure.slug())))));
	}

	static String count(int number, String noun) {
		return Counted.of(number, noun);
	}

	private static Span spread(Span chip) {
		chip.addClassName("wf-spread");
		return chip;
	}

}
