package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.watchfloor.run.OpenPlaces;
import io.watchfloor.run.StepRun;
import io.watchfloor.runbook.StepInput;

/** Asks for what the runbook leaves open; the target suggests what exists. */
final class FillCard extends StepCard {

	private final StepRun step;

	private final RunActions actions;

	private final Map<StepInput, ComboBox<String>> fields = new LinkedHashMap<>();

	FillCard(StepRun step, OpenPlaces open, Map<String, String> known, RunActions actions) {
		this.step = step;
		this.actions = actions;
		add(new Div("The runbook leaves this open. Nothing is run before you have seen it filled in."));
		Div form = new Div();
		form.addClassName("run-fill");
		open.inputs().forEach((input) -> form.add(field(input, known)));
		add(form, row(button("Skip…", () -> Skips.ask(step, actions)), main("Use these values", this::fill)));
		this.fields.values().stream().filter((field) -> field.isEmpty()).findFirst().ifPresent(this::focusOn);
	}

	private ComboBox<String> field(StepInput input, Map<String, String> known) {
		ComboBox<String> field = new ComboBox<>(input.label());
		field.setAllowCustomValue(true);
		field.setHelperText(input.written() + " · " + hint(input.kind()));
		field.addCustomValueSetListener((custom) -> field.setValue(custom.getDetail()));
		String fallback = (input.fallback() != null && !input.fallback().startsWith("$(")) ? input.fallback() : "";
		String value = known.getOrDefault(input.name(), fallback);
		items(field, input.choices(), value);
		this.fields.put(input, field);
		List<String> live = new ArrayList<>();
		this.actions.load(() -> live.addAll(this.actions.services().inputs().suggestions(this.step.ref(), input)),
				() -> items(field, live, String.valueOf(field.getOptionalValue().orElse(value))));
		return field;
	}

	private static void items(ComboBox<String> field, List<String> suggestions, String value) {
		Set<String> items = new LinkedHashSet<>(suggestions);
		if (!value.isEmpty()) {
			items.add(value);
		}
		field.setItems(items);
		if (!value.isEmpty()) {
			field.setValue(value);
		}
	}

	private static String hint(StepInput.Kind kind) {
		return switch (kind) {
			case TEXT -> "text";
			case NUMBER -> "a number";
			case DATE -> "a date, as the command writes it";
			case DURATION -> "an amount of time, such as 5m";
			case ADDRESS -> "an address";
			case PATH -> "a path";
		};
	}

	private void fill() {
		Map<String, String> values = new LinkedHashMap<>();
		boolean complete = true;
		for (Map.Entry<StepInput, ComboBox<String>> field : this.fields.entrySet()) {
			String value = field.getValue().getOptionalValue().orElse("");
			boolean missing = value.isBlank() && field.getKey().fallback() == null;
			field.getValue().setInvalid(missing);
			field.getValue().setErrorMessage("Fill this in.");
			complete &= !missing;
			if (!value.isBlank()) {
				values.put(field.getKey().name(), value);
			}
		}
		if (complete) {
			this.actions.act(() -> this.actions.services().inputs().fill(this.step.ref(), values));
		}
	}

}
