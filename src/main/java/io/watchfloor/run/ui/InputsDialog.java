package io.watchfloor.run.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.watchfloor.run.InputLine;
import io.watchfloor.run.RunId;

/** All that a walk asks for; a value can be changed until every step used it. */
final class InputsDialog extends Dialog {

	private final Map<InputLine, TextField> fields = new LinkedHashMap<>();

	InputsDialog(RunId run, List<InputLine> lines, boolean mayOperate, RunActions actions) {
		setHeaderTitle("Inputs of this run");
		setWidth("min(640px, 94vw)");
		Div form = new Div();
		form.addClassName("run-fill");
		lines.forEach((line) -> form.add(field(line, mayOperate)));
		add(new Paragraph("Asked once, used by every step of this run that asks for the same name. "
				+ "A step that was done keeps what it was done with."), form);
		getFooter().add(new Button("Close", (click) -> close()));
		if (mayOperate && lines.stream().anyMatch(InputLine::editable)) {
			Button keep = new Button("Use these values", (click) -> keep(run, actions));
			keep.addThemeVariants(ButtonVariant.PRIMARY);
			keep.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
			getFooter().add(keep);
		}
	}

	private TextField field(InputLine line, boolean mayOperate) {
		TextField field = new TextField(line.input().label());
		field.setValue((line.value() != null) ? line.value() : "");
		field.setReadOnly(!line.editable() || !mayOperate);
		field.setHelperText(line.editable() ? "for " + String.join(", ", line.open())
				: "used by " + String.join(", ", line.used()));
		this.fields.put(line, field);
		return field;
	}

	private void keep(RunId run, RunActions actions) {
		Map<String, String> changed = new LinkedHashMap<>();
		this.fields.forEach((line, field) -> {
			boolean same = field.getValue().equals((line.value() != null) ? line.value() : "");
			if (!field.isReadOnly() && !same && !field.getValue().isBlank()) {
				changed.put(line.input().name(), field.getValue());
			}
		});
		close();
		actions
			.act(() -> changed.forEach((name, value) -> actions.services().walk().inputs().change(run, name, value)));
	}

}
