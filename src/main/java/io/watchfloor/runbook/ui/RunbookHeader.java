package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.ProcedureStarter.Choice;
import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.Runbook;
import org.jspecify.annotations.Nullable;

/** What is shown, how much of it is understood, and the button that runs it. */
final class RunbookHeader extends Div {

	private Runnable run = () -> {
	};

	private Runnable drill = () -> {
	};

	RunbookHeader(Runbook book, Optional<Revision> revision, @Nullable Procedure procedure,
			@Nullable ProcedureStarter starter, Map<String, Freshness> fresh, Runnable toggle) {
		addClassName("wf-header");
		Span place = new Span(book.title() + " · " + book.id().file()
				+ ((procedure == null) ? "" : ", line " + procedure.lines().first()));
		place.addClassName("wf-dim");
		List<Procedure> shown = (procedure == null) ? book.procedures() : List.of(procedure);
		add(new H1((procedure == null) ? book.title() : procedure.title()));
		if (procedure != null) {
			add(place);
		}
		revision.ifPresent((from) -> add(new CommitNote(from)));
		CoverageChip coverage = new CoverageChip(Coverage.of(shown));
		coverage.addClassName("wf-spread");
		FindingsChip findings = (procedure != null) ? new FindingsChip(book, procedure)
				: new FindingsChip(book.findings());
		Button document = new Button("Document", (click) -> toggle.run());
		document.addClassName("rb-toggle");
		add(coverage, findings, document);
		if (procedure != null && starter != null) {
			buttons(book, procedure, starter, Optional.ofNullable(fresh.get(procedure.slug())));
		}
	}

	private void buttons(Runbook book, Procedure procedure, ProcedureStarter starter, Optional<Freshness> fresh) {
		List<Choice> choices = starter.choices(book.id(), procedure);
		if (!choices.isEmpty()) {
			this.run = () -> new RunChoice(starter, book.id(), procedure, choices, false, fresh).open();
			this.drill = () -> new RunChoice(starter, book.id(), procedure, choices, true, fresh).open();
			Button drill = new Button("Drill…", (click) -> drill());
			drill.getElement().setAttribute("title", "d: the same walk, of which nothing is sent");
			add(drill);
			Button button = new Button("Run…", (click) -> run());
			button.addThemeVariants(ButtonVariant.PRIMARY);
			button.getElement().setAttribute("title", "Ctrl+Enter");
			add(button);
		}
	}

	/** As below, for a drill. */
	void drill() {
		this.drill.run();
	}

	/** Opens the choice of an environment, if there is one. */
	void run() {
		this.run.run();
	}

}
