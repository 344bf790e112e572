package io.watchfloor.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import io.watchfloor.security.Invitation;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.CodeBlock;

/** Shows a link once; nobody can look it up afterwards. */
class LinkDialog extends Dialog {

	LinkDialog(String name, Invitation link) {
		setHeaderTitle("Link for " + name);
		setWidth("560px");
		Paragraph text = new Paragraph(
				"Hand this on in a way only %s reads. It works once, and is not shown again.".formatted(name));
		Div until = new Div(new Span("Good until "), Ago.moment(link.expires()), new Span(" ("),
				Ago.words(link.expires()), new Span(")"));
		until.addClassName("wf-dim");
		Div content = new Div(text, new CodeBlock(link.url()), until);
		content.addClassName("wf-column");
		add(content);
		getFooter().add(new Button("Close", (click) -> close()));
	}

}
