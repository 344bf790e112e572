package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.run.DisplayText;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** A reading: the figure, the rows or the text, where from and when. */
final class ReadingPanel extends Redrawn {

	private static final int MOST_ROWS = 100;

	ReadingPanel() {
		addClassNames("run-reading", "wf-card");
	}

	/** Shows the newest reading, and earlier ones in a line each. */
	void show(String title, List<Reading> readings) {
		setVisible(!readings.isEmpty());
		if (!isVisible() || !begins(List.of(title, readings))) {
			return;
		}
		Reading reading = readings.getFirst();
		add(head(title, reading), figure(reading));
		if (reading.table() != null) {
			add(table(reading.table()));
		}
		else if (reading.text() != null && !reading.text().isBlank()) {
			Pre text = new Pre(DisplayText.inert(reading.text()));
			text.addClassName("wf-code");
			text.getElement().setAttribute("tabindex", "0");
			add(text);
		}
		if (readings.size() > 1) {
			Div earlier = new Div();
			readings.stream().skip(1).forEach((one) -> earlier.add(earlier(one)));
			add(new NativeDetails("Earlier readings (" + (readings.size() - 1) + ")", earlier));
		}
	}

	private static Div head(String title, Reading reading) {
		Span source = new Span(DisplayText.inert(reading.source()));
		source.addClassName("run-source");
		source.setTitle(source.getText());
		Div from = new Div(source, Ago.words(reading.at()));
		from.addClassNames("wf-dim", "wf-row", "wf-spread");
		Div head = new Div(new H3(title), from);
		head.addClassName("wf-row");
		return head;
	}

	private static Div figure(Reading reading) {
		Div figure = new Div();
		figure.addClassNames("wf-row", "run-figure");
		if (!reading.known()) {
			figure.add(new Chip(Chip.Tone.UNKNOWN, "No data"));
		}
		else if (reading.judgement() != Judgement.NOT_JUDGED) {
			figure.add(StepLook.of(reading.judgement()).chip());
		}
		figure.add(new Span(DisplayText.inert(reading.summary())));
		return figure;
	}

	private static Div table(Reading.Table table) {
		NativeTable rows = new NativeTable();
		rows.addClassName("wf-table");
		NativeTableRow head = new NativeTableRow();
		table.columns().forEach((column) -> head.add(new NativeTableHeaderCell(DisplayText.inert(column))));
		NativeTableBody body = new NativeTableBody();
		table.rows().stream().limit(MOST_ROWS).forEach((cells) -> {
			NativeTableRow row = new NativeTableRow();
			cells.forEach((cell) -> row.add(new NativeTableCell(DisplayText.inert(cell))));
			body.add(row);
		});
		NativeTableHeader header = new NativeTableHeader(head);
		rows.add(header, body);
		Div scroller = new Div(rows);
		scroller.addClassName("run-scroller");
		if (table.rows().size() > MOST_ROWS) {
			Span more = new Span("and " + (table.rows().size() - MOST_ROWS) + " more rows");
			more.addClassName("wf-dim");
			scroller.add(more);
		}
		return scroller;
	}

	private static Div earlier(Reading reading) {
		Div line = new Div(new Span(DisplayText.inert(reading.summary())), Ago.words(reading.at()));
		line.addClassNames("wf-row", "wf-dim");
		return line;
	}

}
