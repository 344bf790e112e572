package io.watchfloor.runbook.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.Step;
import org.jspecify.annotations.Nullable;

/** What was understood: the steps of one procedure, or all procedures. */
final class StepsPanel extends Div {

	private final Consumer<LineRange> shown;

	private final List<StepRow> rows = new ArrayList<>();

	private int current = -1;

	StepsPanel(Runbook book, @Nullable Procedure procedure, Map<String, Freshness> fresh, Consumer<LineRange> shown) {
		this.shown = shown;
		addClassName("rb-steps");
		H2 title = new H2("What Watchfloor understood");
		title.addClassName("rb-pane-title");
		add(title);
		if (procedure == null) {
			add(new NotUnderstood(book, shown));
			procedures(book, fresh);
		}
		else {
			add(new Anchor(Places.of(book.id()), "All procedures of this runbook"));
			Optional.ofNullable(fresh.get(procedure.slug())).ifPresent((known) -> add(new FreshnessNote(known)));
			steps(book, procedure);
		}
	}

	private void procedures(Runbook book, Map<String, Freshness> fresh) {
		book.procedures()
			.forEach((each) -> add(new ProcedureLink(book, each, Optional.ofNullable(fresh.get(each.slug())))));
		if (!book.findings().isEmpty()) {
			Span heading = new Span("Findings");
			heading.addClassName("wf-heading");
			add(heading);
		}
		findings(new ArrayList<>(book.findings()), Integer.MAX_VALUE);
	}

	/** Findings stand behind the step they are about, the others where their line is. */
	private void findings(List<RunbookFinding> left, int until) {
		while (!left.isEmpty() && left.getFirst().lines().first() <= until) {
			RunbookFinding finding = left.removeFirst();
			add(new FindingRow(finding, () -> this.shown.accept(finding.lines())));
		}
	}

	private void steps(Runbook book, Procedure procedure) {
		List<RunbookFinding> left = new ArrayList<>(FindingsChip.in(book, procedure));
		Phase phase = null;
		for (Step step : procedure.steps()) {
			if (step.phase() != phase) {
				phase = step.phase();
				Span heading = new Span(phase.name().toLowerCase(Locale.ROOT));
				heading.addClassName("wf-heading");
				add(heading);
			}
			int index = this.rows.size();
			StepRow row = new StepRow(step, () -> select(index));
			this.rows.add(row);
			add(row);
			findings(left, step.lines().last());
		}
		findings(left, Integer.MAX_VALUE);
	}

	/** Selects the next step, or the one before. */
	void move(int by) {
		if (!this.rows.isEmpty()) {
			select(Math.clamp((long) this.current + by, 0, this.rows.size() - 1));
			this.rows.get(this.current).scrollIntoView();
		}
	}

	/** Selects the step that holds a line of the document. */
	void selectLine(int line) {
		for (int i = 0; i < this.rows.size(); i++) {
			if (this.rows.get(i).step().lines().contains(line)) {
				select(i);
				this.rows.get(i).scrollIntoView();
				return;
			}
		}
	}

	private void select(int index) {
		if (this.current != index) {
			this.current = index;
			for (int i = 0; i < this.rows.size(); i++) {
				this.rows.get(i).mark(i == index);
			}
			this.shown.accept(this.rows.get(index).step().lines());
		}
	}

}
