package io.watchfloor.run.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.UndoCard;

/**
 * Asks before a walk is aborted: what remains undone, and what it changed and stays so.
 */
final class AbortDialog extends Dialog {

	AbortDialog(Run run, List<UndoCard> undos, Consumer<String> then) {
		setHeaderTitle("Abort this run");
		setWidth("min(560px, 94vw)");
		List<StepRun> remaining = run.remaining();
		add(new Div("What is under way ends by itself and is recorded. " + Counted.of(remaining.size(), "step")
				+ " will stay undone" + (remaining.isEmpty() ? "." : ":")));
		add(list(remaining.stream().map(StepRun::shortTitle).toList()));
		List<String> standing = undos.stream()
			.filter((undo) -> undo.state() != UndoCard.State.PUT_BACK)
			.map((undo) -> undo.title() + ". To put it back: " + undo.how())
			.toList();
		if (!standing.isEmpty()) {
			add(new Div("This was changed and stays so. Put it back first, if it must not:"), list(standing));
		}
		TextArea why = new TextArea("Why (goes to the audit log)");
		why.setWidthFull();
		why.setValueChangeMode(ValueChangeMode.EAGER);
		add(why);
		Button abort = new Button("Abort the run", (click) -> {
			why.setInvalid(why.getValue().isBlank());
			why.setErrorMessage("Write something.");
			if (!why.isInvalid()) {
				close();
				then.accept(why.getValue());
			}
		});
		abort.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
		abort.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), abort);
		why.focus();
	}

	private static UnorderedList list(List<String> lines) {
		UnorderedList list = new UnorderedList();
		list.addClassName("run-effects");
		lines.forEach((line) -> list.add(new ListItem(line)));
		return list;
	}

}
