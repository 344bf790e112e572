package io.watchfloor.run.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import io.watchfloor.runbook.StepInput;

/** The field of one input: one line with suggestions, or a text of several lines. */
final class FillField {

	private final ComboBox<String> line;

	private final TextArea text;

	private final StepInput input;

	private final String value;

	FillField(StepInput input, String value) {
		this.input = input;
		this.value = value;
		this.line = new ComboBox<>(input.label());
		this.text = new TextArea(input.label());
		String help = input.written() + " · " + hint(input.kind());
		this.line.setAllowCustomValue(true);
		this.line.setHelperText(help);
		this.line.addCustomValueSetListener((custom) -> this.line.setValue(custom.getDetail()));
		this.text.setHelperText(help);
		this.text.setMinRows(6);
		this.text.setMaxRows(24);
		this.text.setWidthFull();
		this.text.addClassName("wf-code");
		this.text.setValue(value);
		items(input.choices(), value);
	}

	private boolean lines() {
		return this.input.kind() == StepInput.Kind.LINES;
	}

	Component component() {
		return lines() ? this.text : this.line;
	}

	String value() {
		AbstractField<?, String> field = lines() ? this.text : this.line;
		return field.getOptionalValue().orElse("");
	}

	/** What the target knows: a text is there to be changed, a value to be chosen. */
	void suggest(List<String> live) {
		if (lines() && value().isBlank() && !live.isEmpty()) {
			this.text.setValue(live.getFirst());
		}
		items(live, value().isBlank() ? this.value : value());
	}

	private void items(List<String> suggestions, String chosen) {
		if (lines()) {
			return;
		}
		Set<String> items = new LinkedHashSet<>(suggestions);
		if (!chosen.isEmpty()) {
			items.add(chosen);
		}
		this.line.setItems(items);
		if (!chosen.isEmpty()) {
			this.line.setValue(chosen);
		}
	}

	/** Returns whether it is filled in as far as it must be, and says so where not. */
	boolean complete() {
		boolean missing = value().isBlank() && this.input.fallback() == null;
		HasValidationProperties field = lines() ? this.text : this.line;
		field.setInvalid(missing);
		field.setErrorMessage("Fill this in.");
		return !missing;
	}

	private static String hint(StepInput.Kind kind) {
		return switch (kind) {
			case TEXT -> "text";
			case NUMBER -> "a number";
			case DATE -> "a date, as the command writes it";
			case DURATION -> "an amount of time, such as 5m";
			case ADDRESS -> "an address";
			case PATH -> "a path";
			case LINES -> "the whole text; left empty, it is looked up where the target says";
		};
	}

}
