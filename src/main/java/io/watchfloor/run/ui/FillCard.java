package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import io.watchfloor.run.OpenPlaces;
import io.watchfloor.run.StepRun;
import io.watchfloor.runbook.StepInput;

/** Asks for what the runbook leaves open; the target suggests what exists. */
final class FillCard extends StepCard {

	private final StepRun step;

	private final RunActions actions;

	private final Map<StepInput, FillField> fields = new LinkedHashMap<>();

	FillCard(StepRun step, OpenPlaces open, Map<String, String> known, RunActions actions) {
		this.step = step;
		this.actions = actions;
		add(new Div("The runbook leaves this open. Nothing is run before you have seen it filled in."));
		Div form = new Div();
		form.addClassName("run-fill");
		open.inputs().forEach((input) -> form.add(field(input, known).component()));
		add(form, row(button("Skip…", () -> Skips.ask(step, actions)), main("Use these values", this::fill)));
		this.fields.values()
			.stream()
			.filter((field) -> field.value().isEmpty())
			.findFirst()
			.ifPresent((field) -> focusOn(field.component()));
	}

	private FillField field(StepInput input, Map<String, String> known) {
		String fallback = (input.fallback() != null && !input.fallback().startsWith("$(")) ? input.fallback() : "";
		FillField field = new FillField(input, known.getOrDefault(input.name(), fallback));
		this.fields.put(input, field);
		List<String> live = new ArrayList<>();
		this.actions.load(() -> live.addAll(this.actions.services().inputs().suggestions(this.step.ref(), input)),
				() -> field.suggest(live));
		return field;
	}

	private void fill() {
		Map<String, String> values = new LinkedHashMap<>();
		boolean complete = true;
		for (Map.Entry<StepInput, FillField> field : this.fields.entrySet()) {
			complete &= field.getValue().complete();
			String value = field.getValue().value();
			if (!value.isBlank()) {
				values.put(field.getKey().name(), value);
			}
		}
		if (complete) {
			this.actions.act(() -> this.actions.services().inputs().fill(this.step.ref(), values));
		}
	}

}
