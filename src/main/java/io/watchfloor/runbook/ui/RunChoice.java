package io.watchfloor.runbook.ui;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.ProcedureStarter.Choice;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.ui.Cursor;
import io.watchfloor.ui.Notices;

/** Asks where to run a procedure, and starts it. */
final class RunChoice extends Dialog {

	private final RadioButtonGroup<Choice> group = new RadioButtonGroup<>("Environment");

	RunChoice(ProcedureStarter starter, RunbookId id, Procedure procedure, List<Choice> choices) {
		setHeaderTitle("Run " + procedure.title());
		this.group.setItems(choices);
		this.group.setItemLabelGenerator(RunChoice::label);
		this.group.setValue(choices.getFirst());
		add(new Paragraph(
				"Nothing changes by starting. Readings are made at once, every change is shown and confirmed first."),
				this.group);
		Button start = new Button("Start", (click) -> start(starter, id, procedure.slug()));
		start.addThemeVariants(ButtonVariant.PRIMARY);
		Cursor.on(start);
		getFooter().add(new Button("Cancel", (click) -> close()), start);
	}

	private void start(ProcedureStarter starter, RunbookId id, String slug) {
		try {
			String location = starter.start(id, slug, this.group.getValue().environment());
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
