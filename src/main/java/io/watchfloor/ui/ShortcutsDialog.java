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
		KeyBindings.of(ui).forEach((binding) -> add(list, shown(binding.combo()), binding.help()));
		add(list, "Esc", "Leave a field, so that letters are keys again");
		dialog.add(list);
		dialog.getFooter().add(new Button("Close", (click) -> dialog.close()));
		dialog.open();
	}

	private static void add(DescriptionList list, String name, String help) {
		Span key = new Span(name);
		key.addClassName("wf-key");
		list.add(new DescriptionList.Term(key), new DescriptionList.Description(help));
	}

	private static String shown(String combo) {
		return combo.length() == 1 ? combo.toUpperCase(Locale.ROOT) : combo.replace("+k", " K").replace('+', ' ');
	}

}
