package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Cursor;

/**
 * Leaves several steps out for one reason, such as everything on a target that is down.
 */
final class SkipDialog extends Dialog {

	private final CheckboxGroup<StepRun> steps = new CheckboxGroup<>("Steps");

	private final TextArea why = new TextArea("Why (goes to the audit log and the timeline)");

	private final Run run;

	private final RunActions actions;

	private SkipDialog(Run run, List<StepRun> offered, RunActions actions) {
		this.run = run;
		this.actions = actions;
		setHeaderTitle("Skip several steps");
		setWidth("min(560px, 94vw)");
		this.steps.setItems(offered);
		this.steps.addThemeName("vertical");
		this.steps.setItemLabelGenerator(SkipDialog::label);
		this.why.setWidthFull();
		this.why.setValueChangeMode(ValueChangeMode.EAGER);
		add(targets(offered), this.steps, this.why);
		Button skip = new Button("Skip them", (click) -> skip());
		skip.addThemeVariants(ButtonVariant.PRIMARY);
		skip.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), skip);
		Cursor.on(this.steps);
	}

	/** One press chooses everything that touches a target. */
	private Div targets(List<StepRun> offered) {
		Div buttons = StepCard.row();
		offered.stream()
			.flatMap((step) -> (step.target() != null) ? java.util.stream.Stream.of(step.target())
					: java.util.stream.Stream.empty())
			.distinct()
			.forEach((target) -> buttons.add(StepCard.button("All on " + target.name(), () -> {
				Set<StepRun> chosen = new LinkedHashSet<>(this.steps.getValue());
				offered.stream().filter((step) -> target.equals(step.target())).forEach(chosen::add);
				this.steps.setValue(chosen);
			})));
		buttons.add(StepCard.button("All", () -> this.steps.setValue(new LinkedHashSet<>(offered))));
		return buttons;
	}

	private static String label(StepRun step) {
		return step.shortTitle() + ((step.target() != null) ? " (" + step.target().name() + ")" : "");
	}

	private void skip() {
		this.steps.setInvalid(this.steps.getValue().isEmpty());
		this.steps.setErrorMessage("Choose at least one step.");
		this.why.setInvalid(this.why.getValue().isBlank());
		this.why.setErrorMessage("Write something.");
		if (this.steps.isInvalid() || this.why.isInvalid()) {
			return;
		}
		close();
		List<String> keys = this.steps.getValue().stream().map(StepRun::key).toList();
		this.actions.act(() -> this.actions.services().walk().several().skip(this.run.id(), keys, this.why.getValue()));
	}

	static void ask(Run run, RunActions actions) {
		List<StepRun> offered = new ArrayList<>();
		actions.load(() -> offered.addAll(actions.services().walk().several().offered(run.id())),
				() -> new SkipDialog(run, offered, actions).open());
	}

}
