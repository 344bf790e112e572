package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.watchfloor.kernel.Actor;

/** Asks whom to hand a walk over to: somebody who is here, or whoever takes it. */
final class HandoverDialog extends Dialog {

	HandoverDialog(List<Actor> here, Consumer<Optional<Actor>> then) {
		setHeaderTitle("Hand this run over");
		setWidth("min(440px, 94vw)");
		RadioButtonGroup<Optional<Actor>> people = new RadioButtonGroup<>("Whom do you ask?");
		people.addThemeName("vertical");
		List<Optional<Actor>> items = new ArrayList<>(here.stream().map(Optional::of).toList());
		items.add(Optional.empty());
		people.setItems(items);
		people.setItemLabelGenerator((person) -> person.map(Actor::name).orElse("Whoever may operate and takes it"));
		people.setValue(items.getFirst());
		add(new Paragraph("You lead until they accept. Both are on the timeline and in the audit log."), people);
		Button ask = new Button("Ask", (click) -> {
			close();
			then.accept(people.getValue());
		});
		ask.addThemeVariants(ButtonVariant.PRIMARY);
		ask.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), ask);
		io.watchfloor.ui.Cursor.on(people);
	}

}
