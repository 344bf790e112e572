package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.StepRun;

/** A step's output: the tail as it grows, earlier lines a page at a time. */
final class OutputPanel extends Redrawn {

	private static final int PAGE = 500;

	private final RunRecords records;

	OutputPanel(RunRecords records) {
		this.records = records;
		addClassNames("run-output", "wf-card");
	}

	void show(int place, StepRun step, OutputPage tail) {
		setVisible(tail.total() > 0);
		if (!isVisible() || !begins(List.of(step.ref(), step.attempt(), tail))) {
			return;
		}
		Div head = new Div(new Span("Output of step " + place + " · " + step.shortTitle()), count(tail));
		head.addClassName("wf-row");
		Pre lines = new Pre(String.join("\n", tail.lines()));
		lines.addClassName("wf-code");
		lines.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", "Output");
		add(head);
		earlier(step, tail);
		add(lines);
		lines.getElement().executeJs("this.scrollTop = this.scrollHeight");
	}

	private static Span count(OutputPage tail) {
		String lines = Counted.of(tail.total(), "line");
		long hidden = tail.lines().stream().filter((line) -> line.contains("[hidden]")).count();
		Span count = new Span((hidden > 0) ? lines + ", secrets hidden: " + hidden : lines);
		count.addClassNames("wf-dim", "wf-spread");
		return count;
	}

	private void earlier(StepRun step, OutputPage shown) {
		if (shown.earlier() == 0) {
			return;
		}
		Div pages = new Div();
		Button more = new Button(Counted.of(shown.earlier(), "earlier line"));
		more.addThemeNames("tertiary", "small");
		more.addClickListener((click) -> {
			OutputPage page = this.records.output(step, shown.earlier(), PAGE);
			Pre lines = new Pre(String.join("\n", page.lines()));
			lines.addClassName("wf-code");
			pages.addComponentAsFirst(lines);
			remove(more);
			earlier(step, page);
		});
		addComponentAtIndex(1, more);
		addComponentAtIndex(2, pages);
	}

}
