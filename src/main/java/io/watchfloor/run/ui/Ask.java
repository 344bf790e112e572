package io.watchfloor.run.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Small dialogs that ask for a text. */
final class Ask {

	private Ask() {
	}

	/** Asks for some words; they must not be blank. */
	static void words(String title, String label, String button, Consumer<String> then) {
		words(title, label, button, "", then);
	}

	/** As above, with words that are there already. */
	static void words(String title, String label, String button, String given, Consumer<String> then) {
		TextArea field = new TextArea(label);
		field.setValue(given);
		field.setWidthFull();
		field.setValueChangeMode(ValueChangeMode.EAGER);
		Dialog dialog = dialog(title);
		Button go = new Button(button, (click) -> {
			if (field.getValue().isBlank()) {
				field.setInvalid(true);
				field.setErrorMessage("Write something.");
				field.focus();
				return;
			}
			dialog.close();
			then.accept(field.getValue());
		});
		go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		finish(dialog, go);
		dialog.add(field);
		dialog.open();
		field.focus();
	}

	private static Dialog dialog(String title) {
		Dialog dialog = new Dialog();
		dialog.setHeaderTitle(title);
		dialog.setWidth("min(440px, 94vw)");
		return dialog;
	}

	private static void finish(Dialog dialog, Button go) {
		go.addThemeVariants(ButtonVariant.PRIMARY);
		dialog.getFooter().add(new Button("Cancel", (click) -> dialog.close()), go);
	}

}
