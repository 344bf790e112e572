package io.watchfloor.sandbox.ui;

import java.util.List;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.sandbox.SandboxSystem.TargetState;
import io.watchfloor.ui.Chip;

/** The targets of a system: name, address, state. */
class TargetList extends Div {

	private List<TargetState> shown = List.of();

	TargetList() {
		addClassName("sandbox-targets");
		getElement().setAttribute("role", "list");
	}

	void show(List<TargetState> targets) {
		if (targets.equals(this.shown)) {
			return;
		}
		this.shown = List.copyOf(targets);
		removeAll();
		targets.forEach((target) -> add(line(target)));
	}

	private static Div line(TargetState target) {
		Span name = new Span(target.name());
		name.addClassName("sandbox-name");
		Code address = new Code(target.address());
		Chip state = target.up() ? new Chip(Chip.Tone.OK, "up") : new Chip(Chip.Tone.CRIT, "down");
		Div line = new Div(name, address, state);
		line.getElement().setAttribute("role", "listitem");
		return line;
	}

}
