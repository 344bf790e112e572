package io.watchfloor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** A command or an answer as text, with a copy button. Control characters are inert. */
public final class CodeBlock extends Div {

	/**
	 * Shows a text.
	 * @param text as it is; never interpreted as markup
	 */
	public CodeBlock(String text) {
		addClassName("wf-codeblock");
		Pre pre = new Pre(text);
		pre.addClassName("wf-code");
		pre.getElement().setAttribute("tabindex", "0");
		add(pre, new CopyButton(text));
	}

}
