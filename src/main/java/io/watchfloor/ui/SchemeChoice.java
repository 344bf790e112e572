package io.watchfloor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Applies and remembers the colour scheme in this browser. */
@Tag("wf-scheme")
@JsModule("./wf-scheme.ts")
final class SchemeChoice extends Component {

	void choose(String scheme) {
		getElement().setAttribute("scheme", scheme);
	}

}
