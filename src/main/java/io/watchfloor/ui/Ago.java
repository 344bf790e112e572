package io.watchfloor.ui;

import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * An instant as people read it, kept current in the browser; the tooltip has the exact
 * local time and UTC.
 */
@Tag("wf-ago")
@JsModule("./wf-time.ts")
public final class Ago extends Component {

	private Ago(Instant instant, String form) {
		getElement().setAttribute("instant", instant.toString()).setAttribute("form", form);
	}

	/** "14 min ago". */
	public static Ago words(Instant instant) {
		return new Ago(instant, "words");
	}

	/** "02:05:31" in the browser's zone. */
	public static Ago clock(Instant instant) {
		return new Ago(instant, "clock");
	}

	/**
	 * "02:05:31", with the date before it unless that is today's, in the browser's zone.
	 */
	public static Ago moment(Instant instant) {
		return new Ago(instant, "moment");
	}

}
