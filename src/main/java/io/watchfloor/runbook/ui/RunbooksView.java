package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import io.watchfloor.runbook.Exercises;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.git.GitPulls;
import io.watchfloor.runbook.upload.Uploads;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** Every runbook by system, with how much of it is understood. */
@Route(value = "runbooks", layout = MainLayout.class)
@PageTitle("Runbooks")
@StyleSheet("themes/runbook.css")
@PermitAll
class RunbooksView extends Div {

	private final Systems systems;

	private final Library runbooks;

	private final TextField search = new TextField();

	private final Div results = new Div();

	private final Uploads uploads;

	private final ObjectProvider<GitPulls> pulls;

	private final ObjectProvider<Exercises> exercises;

	RunbooksView(Systems systems, Library runbooks, Uploads uploads, ObjectProvider<GitPulls> pulls,
			ObjectProvider<Exercises> exercises) {
		this.systems = systems;
		this.runbooks = runbooks;
		this.uploads = uploads;
		this.pulls = pulls;
		this.exercises = exercises;
		addClassName("wf-page");
		this.search.setPlaceholder("Search runbooks and procedures");
		this.search.setAriaLabel("Search runbooks and procedures");
		this.search.setClearButtonVisible(true);
		this.search.setValueChangeMode(ValueChangeMode.LAZY);
		this.search.addValueChangeListener((change) -> show());
		this.search.addClassName("rb-search");
		Div header = new Div(new H1("Runbooks"), this.search);
		header.addClassName("wf-row");
		runbooks.readAt().ifPresent((at) -> header.add(dim(new Span("Read "), Ago.words(at))));
		this.results.addClassName("wf-column");
		add(header, this.results, new KeyBindings().on("/", "Search", this.search::focus));
		show();
	}

	private void show() {
		String wanted = this.search.getValue().toLowerCase(Locale.ROOT).strip();
		this.results.removeAll();
		this.systems.all().forEach((system) -> system(system, wanted));
		if (this.results.getComponentCount() == 0) {
			this.results.add(wanted.isEmpty()
					? new EmptyState("No runbooks yet",
							"Put Markdown files into the folder 'runbooks' of a system in the catalog.")
					: new EmptyState("Nothing matches", "No runbook and no procedure holds \"" + wanted + "\"."));
		}
	}

	private void system(OperatedSystem system, String wanted) {
		List<Runbook> books = this.runbooks.all()
			.stream()
			.filter((book) -> book.id().system().equals(system.id()) && matches(book, wanted))
			.toList();
		List<Runbooks.Trouble> troubles = this.runbooks.troubles()
			.stream()
			.filter((trouble) -> trouble.id().system().equals(system.id()) && wanted.isEmpty())
			.toList();
		boolean mayUpload = this.uploads.allowed();
		if (books.isEmpty() && troubles.isEmpty() && !(wanted.isEmpty() && (mayUpload || system.git() != null))) {
			return;
		}
		Div heading = new Div(new H2(system.name()));
		heading.addClassName("wf-row");
		if (books.isEmpty() && troubles.isEmpty()) {
			Span none = new Span("no runbooks yet");
			none.addClassName("wf-dim");
			heading.add(none);
		}
		if (mayUpload) {
			Anchor upload = new Anchor("runbooks/" + system.id() + "/upload", "Upload…");
			upload.getElement().setAttribute("aria-label", "Upload runbooks of " + system.name());
			heading.add(upload);
		}
		this.results.add(heading);
		GitSource git = system.git();
		if (git != null && wanted.isEmpty()) {
			this.pulls.ifAvailable((service) -> this.results.add(new GitBar(service, system.id(), git, this::show)));
		}
		books.forEach((book) -> this.results.add(new RunbookCard(book, wanted, fresh(book))));
		troubles.forEach((trouble) -> this.results.add(trouble(trouble)));
	}

	private Map<String, Freshness> fresh(Runbook book) {
		return this.exercises.stream().findFirst().map((each) -> each.of(book)).orElse(Map.of());
	}

	static boolean matches(Runbook book, String wanted) {
		return wanted.isEmpty() || contains(book.title() + " " + book.id(), wanted)
				|| book.procedures().stream().map(Procedure::title).anyMatch((title) -> contains(title, wanted));
	}

	static boolean contains(String text, String wanted) {
		return text.toLowerCase(Locale.ROOT).contains(wanted);
	}

	private static Div trouble(Runbooks.Trouble trouble) {
		Chip chip = trouble.refused() ? new Chip(Chip.Tone.CRIT, "Not read")
				: new Chip(Chip.Tone.WARN, "Look at this file");
		Div card = new Div(chip, new Span(trouble.id().file()), dim(new Span(trouble.message())));
		card.addClassNames("wf-card", "wf-row");
		return card;
	}

	private static Span dim(com.vaadin.flow.component.Component... parts) {
		Span span = new Span(parts);
		span.addClassName("wf-dim");
		return span;
	}

}
