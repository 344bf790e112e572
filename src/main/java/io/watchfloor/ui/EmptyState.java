package io.watchfloor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page says when it has nothing to show: why, and what to do. */
public final class EmptyState extends Div {

	/**
	 * Says why and what to do.
	 * @param title what is missing
	 * @param text what to do about it
	 * @param actions buttons or links, if any
	 */
	public EmptyState(String title, String text, Component... actions) {
		addClassName("wf-empty");
		add(new H2(title), new Paragraph(text));
		add(actions);
	}

}
