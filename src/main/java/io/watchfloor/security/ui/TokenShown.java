package io.watchfloor.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import io.watchfloor.security.Token;
import io.watchfloor.ui.CodeBlock;

/** Shows a token once; nobody can look it up afterwards. */
class TokenShown extends Dialog {

	TokenShown(String name, Token token) {
		setHeaderTitle("Token for " + name);
		setWidth("560px");
		setCloseOnOutsideClick(false);
		Div content = new Div(
				new Paragraph("Copy it now and keep it where the program's secrets are. It is not shown again."),
				new CodeBlock(token.text()));
		content.addClassName("wf-column");
		add(content);
		getFooter().add(new Button("I have copied it", (click) -> close()));
	}

}
