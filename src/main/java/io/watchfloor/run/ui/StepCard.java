package io.watchfloor.run.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.ui.Cursor;

/** The card in which a person decides; it has at most one main thing to do. */
class StepCard extends Div {

	private Runnable primary = () -> {
	};

	private Runnable focus = () -> {
	};

	StepCard(Component... content) {
		addClassNames("run-card", "wf-card");
		add(content);
	}

	/** What Ctrl+Enter does. */
	final Runnable primary() {
		return this.primary;
	}

	/** Puts the cursor where the person goes on. */
	final void takeFocus() {
		this.focus.run();
	}

	/** Makes a button the main one. */
	final Button main(String text, Runnable work) {
		this.primary = work;
		Span key = new Span("Ctrl ⏎");
		key.addClassName("wf-key");
		Button button = new Button(text, (click) -> work.run());
		button.setSuffixComponent(key);
		button.addThemeVariants(ButtonVariant.PRIMARY);
		this.focus = () -> Cursor.on(button);
		return button;
	}

	/** Where the cursor goes instead of the main button. */
	final void focusOn(HasElement field) {
		this.focus = () -> Cursor.on(field);
	}

	static Button button(String text, Runnable work) {
		return new Button(text, (click) -> work.run());
	}

	static Div row(Component... parts) {
		Div row = new Div(parts);
		row.addClassName("wf-row");
		return row;
	}

	static Div dim(String text) {
		Div line = new Div(text);
		line.addClassName("wf-dim");
		return line;
	}

}
