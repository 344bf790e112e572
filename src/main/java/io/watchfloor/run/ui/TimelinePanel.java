package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry;
import io.watchfloor.ui.Ago;

/** What happened, newest first. */
final class TimelinePanel extends Redrawn {

	TimelinePanel() {
		addClassName("run-timeline");
		getElement().setAttribute("role", "log").setAttribute("aria-label", "Timeline");
	}

	void show(List<TimelineEntry> entries) {
		if (!begins(entries)) {
			return;
		}
		add(new H3("Timeline"));
		entries.forEach((entry) -> add(line(entry)));
	}

	private static Div line(TimelineEntry entry) {
		Div line = new Div(Ago.clock(entry.at()), new Span(entry.text()));
		line.addClassName("run-entry");
		if (!entry.actor().equals(Actor.SYSTEM)) {
			Span who = new Span(entry.actor().name());
			who.addClassName("wf-dim");
			line.add(who);
		}
		return line;
	}

}
