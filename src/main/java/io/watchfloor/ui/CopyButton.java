package io.watchfloor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Puts a text on the clipboard. */
@Tag("wf-copy")
@JsModule("./wf-copy.ts")
public final class CopyButton extends Component {

	/**
	 * Copies a text.
	 * @param text exactly what is copied
	 */
	public CopyButton(String text) {
		getElement().setAttribute("text", text);
	}

}
