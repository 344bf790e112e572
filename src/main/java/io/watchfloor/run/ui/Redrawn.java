package io.watchfloor.run.ui;

import java.util.Objects;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** A part of the page that is drawn again only when what it shows changed. */
class Redrawn extends Div {

	private @Nullable Object shown;

	/** Empties itself when this is not what it shows already. */
	final boolean begins(Object what) {
		if (Objects.equals(this.shown, what)) {
			return false;
		}
		this.shown = what;
		removeAll();
		return true;
	}

}
