package io.watchfloor.run.ui;

import java.util.Locale;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.output.OutputLine;
import io.watchfloor.run.output.Outputs;

/** The lines of an attempt; only those in sight, and a few around them, are ever read. */
final class OutputGrid extends Grid<OutputLine> {

	private static final String LINE = """
			<div class="out-line ${item.look}"><span class="out-number">${item.number}</span>\
			<span class="out-text">${item.text}</span></div>""";

	private long marked;

	OutputGrid(Outputs outputs, StepRef step, int attempt) {
		addClassName("out-grid");
		addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
		setSelectionMode(SelectionMode.NONE);
		getElement().setAttribute("aria-label", "Output");
		addColumn(LitRenderer.<OutputLine>of(LINE)
			.withProperty("look", this::look)
			.withProperty("number", (line) -> String.format(Locale.ENGLISH, "%,d", line.number()))
			.withProperty("text", OutputLine::shown));
		setItems((query) -> outputs.lines(step, attempt, query.getOffset() + 1L, query.getLimit()).stream(),
				(query) -> (int) Math.min(Integer.MAX_VALUE, outputs.extent(step, attempt).lines()));
	}

	private String look(OutputLine line) {
		String kind = line.kind().name().toLowerCase(Locale.ROOT);
		return (line.number() == this.marked) ? kind + " marked" : kind;
	}

	/** The line that stands out; 0 for none. */
	long marked() {
		return this.marked;
	}

	void mark(long line) {
		this.marked = line;
		getDataProvider().refreshAll();
	}

	/** Marks a line and brings it into sight. */
	void show(long line) {
		mark(line);
		scrollToIndex((int) Math.max(0, line - 4));
	}

}
