package io.watchfloor.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A few rows of facts; scrolls by itself where the page is narrow. */
class FactTable extends Div {

	private final NativeTable table = new NativeTable();

	FactTable(String caption, String... columns) {
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
			cell.add((content instanceof Component component) ? component : new Span(String.valueOf(content)));
		}
		return this;
	}

}
