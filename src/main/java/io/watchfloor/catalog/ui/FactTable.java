package io.watchfloor.catalog.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A few rows of facts; a list of facts where the page is narrow. */
class FactTable extends Div {

	private final NativeTable table = new NativeTable();

	private final List<String> columns;

	FactTable(String caption, String... columns) {
		this.columns = List.of(columns);
		addClassName("systems-table");
		this.table.addClassName("wf-table");
		this.table.getElement().setAttribute("aria-label", caption);
		NativeTableRow heading = this.table.getHead().addRow();
		for (String column : columns) {
			NativeTableHeaderCell cell = heading.addHeaderCell();
			cell.setText(column);
			cell.getElement().setAttribute("scope", "col");
		}
		add(this.table);
	}

	/** Adds a row of texts and components. */
	FactTable row(Object... cells) {
		NativeTableRow row = this.table.getBody().addRow();
		for (Object content : cells) {
			NativeTableCell cell = row.addDataCell();
			// On a phone every cell is a line, and says itself what it is.
			cell.getElement().setAttribute("data-column", this.columns.get(row.getAllCells().size() - 1));
			cell.add((content instanceof Component component) ? component : new Span(String.valueOf(content)));
		}
		return this;
	}

}
