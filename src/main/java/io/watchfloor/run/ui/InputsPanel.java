package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.InputLine;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunState;

/** The inputs of a walk in a few lines, below its steps. */
final class InputsPanel extends Redrawn {

	private final RunActions actions;

	InputsPanel(RunActions actions) {
		this.actions = actions;
		addClassName("run-inputs");
	}

	void show(Run run, List<InputLine> lines, boolean mayOperate) {
		setVisible(!lines.isEmpty());
		boolean open = mayOperate && run.state() == RunState.UNDER_WAY;
		if (!isVisible() || !begins(List.of(lines, open))) {
			return;
		}
		Div heading = new Div("Inputs");
		heading.addClassName("wf-heading");
		add(heading);
		for (InputLine line : lines) {
			Span name = new Span(line.input().label() + ": ");
			name.addClassName("wf-dim");
			add(new Div(name, new Span((line.value() != null) ? line.value() : "not asked yet")));
		}
		Button edit = new Button(open ? "Change…" : "Show…",
				(click) -> new InputsDialog(run.id(), lines, open, this.actions).open());
		edit.addThemeNames("small", "tertiary");
		edit.setAriaLabel(open ? "Change the inputs of this run" : "Show the inputs of this run");
		add(edit);
	}

}
