package io.watchfloor.ui;

import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.springframework.beans.factory.ObjectProvider;

/** One line at the bottom: how the console itself is doing. */
@SpringComponent
@UIScope
class StatusBar extends Footer {

	private final List<StatusItem> items;

	private final Span texts = new Span();

	private List<String> shown = List.of();

	StatusBar(ObjectProvider<StatusItem> items) {
		this.items = items.stream().sorted(Comparator.comparingInt(StatusItem::order)).toList();
		addClassName("wf-status");
		this.texts.addClassName("wf-status-texts");
		Button help = new Button("? keys", (click) -> ShortcutsDialog.open(UI.getCurrent()));
		help.addThemeNames("tertiary", "small");
		help.addClassName("wf-spread");
		add(this.texts, help);
	}

	void refresh() {
		List<String> now = this.items.stream().map(StatusItem::text).filter((text) -> !text.isBlank()).toList();
		if (now.equals(this.shown)) {
			return;
		}
		this.shown = now;
		this.texts.removeAll();
		now.forEach((text) -> this.texts.add(new Span(text)));
	}

}
