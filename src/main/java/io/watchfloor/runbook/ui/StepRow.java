package io.watchfloor.runbook.ui;

import java.util.regex.Pattern;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.DecisionStep;
import io.watchfloor.runbook.Step.ManualStep;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.CodeBlock;
import io.watchfloor.ui.RiskChip;
import org.jspecify.annotations.Nullable;

/** One step as it was understood. */
final class StepRow extends Div {

	/** Of a list's item; the title does without. */
	private static final Pattern MARKER = Pattern.compile("^(?:[0-9]{1,3}[.)]|[-*•])\\s+(?:\\[[ xX]]\\s+)?");

	private final Step step;

	StepRow(Step step, Runnable selected) {
		this.step = step;
		addClassName("rb-step");
		getElement().setAttribute("tabindex", "0");
		getElement().setAttribute("data-first", String.valueOf(step.lines().first()));
		getElement().addEventListener("click", (event) -> selected.run());
		getElement().addEventListener("focus", (event) -> selected.run());
		Span title = new Span(step.title());
		title.addClassName("rb-step-title");
		Div head = new Div(icon(), title, chip());
		head.addClassName("rb-step-head");
		add(head);
		if (step.condition() != null && !step.title().startsWith(step.condition())) {
			add(dim("Only: " + step.condition()));
		}
		details();
		Span line = dim("line " + step.lines().first());
		line.addClassName("rb-step-line");
		add(line);
	}

	Step step() {
		return this.step;
	}

	void mark(boolean selected) {
		setClassName("selected", selected);
		getElement().setAttribute("aria-current", selected ? "step" : "false");
	}

	private Span icon() {
		Span icon = new Span(switch (this.step) {
			case ActionStep action -> "◉";
			case ManualStep manual -> "○";
			case DecisionStep decision -> "◇";
		});
		icon.getElement().setAttribute("aria-hidden", "true");
		return icon;
	}

	private Component chip() {
		return switch (this.step) {
			case ActionStep action -> RiskChip.of(action.call().action().risk());
			case ManualStep manual -> new Chip(Chip.Tone.MUTE, "Manual");
			case DecisionStep decision -> new Chip(Chip.Tone.INFO, "Decide");
		};
	}

	private void details() {
		switch (this.step) {
			case ActionStep action -> {
				add(dim(action.does()), new CodeBlock(action.commandLine()));
				if (!action.inputs().isEmpty()) {
					add(dim("Asks first for: " + String.join(", ",
							action.inputs()
								.stream()
								.map((input) -> input.label() + " (" + input.written() + ")")
								.toList())));
				}
				expected(action.expected());
			}
			case ManualStep manual -> {
				if (manual.command()) {
					add(new CodeBlock(manual.text()), dim(String.valueOf(manual.reason())));
				}
				else if (!MARKER.matcher(manual.text().strip()).replaceFirst("").equals(manual.title())) {
					Div text = new Div(manual.text());
					text.addClassName("rb-step-text");
					add(text);
				}
				expected(manual.expected());
			}
			case DecisionStep decision -> decision.choices()
				.forEach((choice) -> add(dim("If " + choice.cause() + " → " + choice.solution()
						+ ((choice.target() != null) ? " (leads to " + place(choice.target()) + ")" : ""))));
		}
	}

	private static String place(String target) {
		return target.startsWith("#") ? "a step below" : "'" + target.replace('-', ' ') + "'";
	}

	private void expected(@Nullable String expected) {
		if (expected != null) {
			add(dim("Expected: " + expected));
		}
	}

	private static Span dim(String text) {
		Span span = new Span(text);
		span.addClassNames("wf-dim", "rb-step-text");
		return span;
	}

}
