package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.output.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * A step's output. A little of it stands there whole; much of it is read as one scrolls.
 */
final class OutputPanel extends Redrawn {

	/** So many lines are shown whole. */
	static final int FEW = 200;

	private final Outputs outputs;

	private final Span count = new Span();

	private final Pre few = new Pre();

	private @Nullable OutputBrowser many;

	private long shown;

	OutputPanel(Outputs outputs) {
		this.outputs = outputs;
		addClassNames("run-output", "wf-card");
		this.count.addClassNames("wf-dim", "wf-spread");
		this.few.addClassName("wf-code");
		this.few.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", "Output");
	}

	void show(int place, StepRun step, OutputPage tail) {
		setVisible(tail.total() > 0);
		if (!isVisible()) {
			return;
		}
		boolean much = tail.total() > FEW;
		if (begins(List.of(step.ref(), step.attempt(), much))) {
			this.shown = 0;
			begin(place, step, much);
		}
		if (tail.total() != this.shown) {
			this.shown = tail.total();
			grow(step, tail);
		}
	}

	private void begin(int place, StepRun step, boolean much) {
		Anchor download = new Anchor(new OutputDownload(this.outputs, step, place), "Download");
		download.getElement().setAttribute("aria-label", "Download the output as text");
		Div head = new Div(new Span("Output of step " + place + " · " + step.shortTitle()), this.count, download);
		head.addClassName("wf-row");
		add(head);
		this.many = much ? new OutputBrowser(this.outputs, step) : null;
		add((this.many != null) ? this.many : this.few);
	}

	/** Puts the cursor into the search. */
	void search() {
		if (this.many != null) {
			this.many.focus();
		}
	}

	private void grow(StepRun step, OutputPage tail) {
		long hidden = this.outputs.extent(step.ref(), step.attempt()).hidden();
		String lines = Counted.of(tail.total(), "line");
		this.count.setText((hidden > 0) ? lines + ", secrets hidden: " + hidden : lines);
		if (this.many != null) {
			this.many.grew();
		}
		else {
			this.few.setText(String.join("\n", tail.lines()));
			this.few.getElement().executeJs("this.scrollTop = this.scrollHeight");
		}
	}

}
