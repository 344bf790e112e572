package io.watchfloor.audit.ui;

import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.ui.Ago;

/** The records, newest first. */
class AuditGrid extends Grid<AuditRecord> {

	AuditGrid() {
		addClassName("audit-grid");
		addColumn(AuditRecord::sequence).setHeader("Record")
			.setAutoWidth(true)
			.setFlexGrow(0)
			.setTextAlign(ColumnTextAlign.END);
		addComponentColumn((record) -> Ago.moment(record.recordedAt())).setHeader("Time")
			.setAutoWidth(true)
			.setFlexGrow(0);
		text("Who", (record) -> record.actor().name());
		text("Action", AuditRecord::action);
		text("Target", AuditRecord::target);
		addComponentColumn((record) -> ResultChip.of(record.result())).setHeader("Result")
			.setAutoWidth(true)
			.setFlexGrow(0);
		text("Reason", (record) -> Objects.requireNonNullElse(record.reason(), ""));
	}

	private void text(String header, ValueProvider<AuditRecord, String> value) {
		addComponentColumn((record) -> cut(value.apply(record))).setHeader(header).setResizable(true);
	}

	private static Component cut(String text) {
		Span span = new Span(text);
		span.getElement().setAttribute("title", text);
		return span;
	}

}
