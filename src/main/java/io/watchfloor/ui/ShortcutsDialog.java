package io.watchfloor.ui;

import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Lists the keys that do something on this page. */
final class ShortcutsDialog {

	private ShortcutsDialog() {
	}

	static void open(UI ui) {
		Dialog dialog = new Dialog();
		dialog.setHeaderTitle("Keys on this page");
		DescriptionList list = new DescriptionList();
		list.addClassName("wf-keys-list");
		for (KeyBindings.Binding binding : KeyBindings.of(ui)) {
			Span key = new Span(shown(binding.combo()));
			key.addClassName("wf-key");
			list.add(new DescriptionList.Term(key), new DescriptionList.Description(binding.help()));
		}
		dialog.add(list);
		dialog.getFooter().add(new Button("Close", (click) -> dialog.close()));
		dialog.open();
	}

	private static String shown(String combo) {
		return combo.length() == 1 ? combo.toUpperCase(Locale.ROOT) : combo.replace("+k", " K").replace('+', ' ');
	}

}
