package io.watchfloor.run.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.output.OutputHit;
import io.watchfloor.run.output.OutputSearch;
import io.watchfloor.run.output.Outputs;
import io.watchfloor.ui.Background;

/** Much output: searched, scrolled both ways, followed while it grows. */
final class OutputBrowser extends Div {

	private final Outputs outputs;

	private final StepRef step;

	private final int attempt;

	private final OutputGrid grid;

	private final TextField wanted = new TextField();

	private final Checkbox matchCase = new Checkbox("Match case");

	private final Checkbox follow = new Checkbox("Follow", true);

	private final Span told = new Span();

	private long hits;

	private boolean allCounted;

	OutputBrowser(Outputs outputs, StepRun step) {
		this.outputs = outputs;
		this.step = step.ref();
		this.attempt = step.attempt();
		this.grid = new OutputGrid(outputs, this.step, this.attempt);
		addClassName("out-browser");
		this.wanted.setPlaceholder("Search the output");
		this.wanted.setAriaLabel("Search the output");
		this.wanted.setClearButtonVisible(true);
		this.wanted.setValueChangeMode(ValueChangeMode.LAZY);
		this.wanted.addValueChangeListener((change) -> search());
		this.wanted.addKeyDownListener(Key.ENTER, (key) -> jump(true));
		this.wanted.addKeyDownListener(Key.ENTER, (key) -> jump(false), KeyModifier.SHIFT);
		this.matchCase.addValueChangeListener((change) -> search());
		this.follow.addValueChangeListener((change) -> grew());
		this.told.addClassName("wf-dim");
		this.told.getElement().setAttribute("role", "status");
		Div tools = new Div(this.wanted, small("‹", "Previous hit", () -> jump(false)),
				small("›", "Next hit", () -> jump(true)), this.matchCase, this.told, spread(),
				small("Start", "To the first line", () -> show(1)), small("End", "To the last line", this::end),
				this.follow);
		tools.addClassNames("wf-row", "out-tools");
		add(tools, this.grid);
	}

	/** There is more than before. */
	void grew() {
		this.grid.getDataProvider().refreshAll();
		if (this.follow.getValue()) {
			this.grid.scrollToEnd();
		}
	}

	/** Puts the cursor into the search. */
	void focus() {
		this.wanted.focus();
	}

	private void end() {
		this.grid.mark(0);
		this.grid.scrollToEnd();
	}

	private void show(long line) {
		this.follow.setValue(false);
		this.grid.show(line);
	}

	private void search() {
		if (this.wanted.isEmpty()) {
			this.told.setText("");
			this.grid.mark(0);
			return;
		}
		OutputSearch search = search(this.wanted.getValue());
		this.told.setText("Searching…");
		Background.run(() -> this.outputs.count(this.step, this.attempt, search), (hit) -> counted(search, hit), () -> {
		});
	}

	private OutputSearch search(String text) {
		return new OutputSearch(text, this.matchCase.getValue());
	}

	private void counted(OutputSearch search, OutputHit hit) {
		if (!search.text().equals(this.wanted.getValue())) {
			return;
		}
		this.hits = hit.count();
		this.allCounted = hit.complete();
		if (hit.line() > 0) {
			show(hit.line());
		}
		tell(hit.line());
	}

	private void jump(boolean onward) {
		if (this.wanted.isEmpty()) {
			return;
		}
		OutputSearch search = search(this.wanted.getValue());
		long from = this.grid.marked();
		Background.run(() -> onward ? this.outputs.next(this.step, this.attempt, search, from + 1)
				: this.outputs.previous(this.step, this.attempt, search, from - 1), (hit) -> {
					if (hit.line() > 0) {
						show(hit.line());
						tell(hit.line());
					}
					else {
						this.told.setText(hit.complete() ? (onward ? "No hit further down" : "No hit further up")
								: "Not found in three seconds; the search was ended");
					}
				}, () -> {
				});
	}

	private void tell(long line) {
		String count = Counted.of(this.hits, "line holds it", "lines hold it");
		String more = this.allCounted ? "" : " at least: not all was searched in three seconds";
		this.told
			.setText((this.hits == 0) ? "No line holds it" + (this.allCounted ? "" : " so far: not all was searched")
					: count + more + ((line > 0) ? " · line %,d".formatted(line) : ""));
	}

	private static Span spread() {
		Span spread = new Span();
		spread.addClassName("wf-spread");
		return spread;
	}

	private static Button small(String text, String spoken, Runnable work) {
		Button button = new Button(text, (click) -> work.run());
		button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
		button.setAriaLabel(spoken);
		button.setTooltipText(spoken);
		return button;
	}

}
