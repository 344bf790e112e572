package io.watchfloor.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.ui.PaletteSource.PaletteItem;

/** What the palette found; one entry is current. */
class PaletteList extends Div {

	private final Consumer<PaletteItem> chosen;

	private List<PaletteItem> items = List.of();

	private int current;

	PaletteList(Consumer<PaletteItem> chosen) {
		this.chosen = chosen;
		addClassName("wf-palette-list");
		getElement().setAttribute("role", "listbox").setAttribute("aria-label", "Found");
	}

	void show(List<PaletteItem> found) {
		this.items = found;
		this.current = 0;
		removeAll();
		if (found.isEmpty()) {
			add(new Paragraph("Nothing matches. Try a system's or a procedure's name."));
		}
		found.forEach((item) -> add(line(item)));
		mark();
	}

	void move(int by) {
		if (!this.items.isEmpty()) {
			this.current = Math.floorMod(this.current + by, this.items.size());
			mark();
		}
	}

	void choose() {
		if (!this.items.isEmpty()) {
			this.chosen.accept(this.items.get(this.current));
		}
	}

	private NativeButton line(PaletteItem item) {
		Span hint = new Span(item.hint());
		hint.addClassNames("wf-dim", "wf-spread");
		NativeButton line = new NativeButton("", (click) -> this.chosen.accept(item));
		line.add(new Span(item.label()), hint);
		line.getElement().setAttribute("role", "option");
		return line;
	}

	private void mark() {
		for (int index = 0; index < this.items.size(); index++) {
			getComponentAt(index).getElement().setAttribute("aria-selected", String.valueOf(index == this.current));
		}
	}

}
