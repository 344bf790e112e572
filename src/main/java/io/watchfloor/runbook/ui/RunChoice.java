package io.watchfloor.runbook.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.ProcedureStarter.Choice;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.ui.Cursor;
import io.watchfloor.ui.Notices;

/** Asks where to run a procedure, in earnest or as a drill, and starts it. */
final class RunChoice extends Dialog {

	private static final String NO_FAULT = "";

	private final RadioButtonGroup<Choice> group = new RadioButtonGroup<>("Environment");

	private final RadioButtonGroup<String> fault = new RadioButtonGroup<>("Make something go wrong first");

	private final Div missing = new Div();

	private final ProcedureStarter starter;

	private final RunbookId id;

	private final Procedure procedure;

	private final boolean drill;

	RunChoice(ProcedureStarter starter, RunbookId id, Procedure procedure, List<Choice> choices, boolean drill,
			Optional<Freshness> fresh) {
		this.starter = starter;
		this.id = id;
		this.procedure = procedure;
		this.drill = drill;
		setHeaderTitle((drill ? "Drill: " : "Run ") + procedure.title());
		setWidth("min(560px, 94vw)");
		this.group.setItems(choices);
		this.group.setItemLabelGenerator(RunChoice::label);
		this.group.addValueChangeListener((change) -> chosen(change.getValue()));
		this.missing.addClassName("rb-broken");
		this.fault.addThemeName("vertical");
		this.fault.setWidthFull();
		this.group.setWidthFull();
		add(new Paragraph(drill
				? "The same screens and the same targets, and nothing that changes anything is ever sent: what would be done is written down, with the time it took."
				: "Nothing changes by starting. Readings are made at once, every change is shown and confirmed first."));
		fresh.ifPresent((known) -> add(new FreshnessNote(known)));
		add(this.group, this.missing, this.fault);
		this.group.setValue(choices.getFirst());
		Button start = new Button(drill ? "Start the drill" : "Start", (click) -> start());
		start.addThemeVariants(ButtonVariant.PRIMARY);
		Cursor.on(start);
		getFooter().add(new Button("Cancel", (click) -> close()), start);
	}

	private void chosen(Choice choice) {
		List<String> without = this.starter.withoutTarget(this.id, this.procedure, choice.environment());
		this.missing.setVisible(!without.isEmpty());
		this.missing.setText(
				Counted.of(without.size(), "step finds", "steps find") + " no target in " + choice.environment() + ": "
						+ String.join("; ", without.stream().limit(3).toList()) + ((without.size() > 3) ? " …" : ""));
		Map<String, String> faults = this.drill ? this.starter.faults(this.id, choice.environment()) : Map.of();
		this.fault.setVisible(!faults.isEmpty());
		List<String> items = new ArrayList<>(List.of(NO_FAULT));
		items.addAll(faults.keySet());
		this.fault.setItems(items);
		this.fault.setItemLabelGenerator((each) -> faults.getOrDefault(each, "Nothing"));
		this.fault.setValue(NO_FAULT);
	}

	private void start() {
		try {
			String environment = this.group.getValue().environment();
			String chosen = this.fault.getValue();
			String location = this.drill
					? this.starter.drill(this.id, this.procedure.slug(), environment,
							(chosen == null || chosen.equals(NO_FAULT)) ? null : chosen)
					: this.starter.start(this.id, this.procedure.slug(), environment);
			close();
			UI.getCurrent().navigate(location);
		}
		catch (Problem problem) {
			Notices.problem(problem);
		}
	}

	/** Production is loud, whatever it is called. */
	private static String label(ProcedureStarter.Choice choice) {
		boolean named = choice.label().equalsIgnoreCase("production");
		return choice.production() ? "▲ " + choice.label() + (named ? "" : " (production)") : choice.label();
	}

}
