package io.watchfloor.catalog.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.ui.Chip;

/** What is wrong with the catalog's files, where, and what was expected. */
class ErrorsCard extends Div {

	ErrorsCard(List<CatalogError> errors) {
		addClassNames("wf-card", "wf-column");
		FactTable table = new FactTable("Errors", "", "Where", "What is wrong", "Expected");
		errors.forEach((error) -> table.row(level(error), place(error), error.message(), error.expected()));
		add(new H2("Files that need attention"), new Paragraph(
				"A file with an error is not in force: what was read before stays. It is read again when it changes."),
				table);
	}

	private static Chip level(CatalogError error) {
		return switch (error.level()) {
			case ERROR -> new Chip(Chip.Tone.CRIT, "Error");
			case WARNING -> new Chip(Chip.Tone.WARN, "Warning");
		};
	}

	private static Span place(CatalogError error) {
		Span place = new Span(error.place());
		place.addClassName("systems-mono");
		return place;
	}

}
