package io.watchfloor.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Span;

/** A state as icon, word and colour. */
public final class Chip extends Span {

	/**
	 * Shows a state.
	 * @param tone the colour
	 * @param text the word; the icon comes from the tone, never colour alone
	 */
	public Chip(Tone tone, String text) {
		addClassNames("wf-chip", tone.name().toLowerCase(Locale.ROOT));
		if (!tone.icon.isEmpty()) {
			Span icon = new Span(tone.icon);
			icon.getElement().setAttribute("aria-hidden", "true");
			add(icon);
		}
		add(new Span(text));
	}

	/** What a colour says. */
	public enum Tone {

		/** It is as it should be. */
		OK("✓"),
		/** Somebody should look. */
		WARN("▲"),
		/** Somebody must act. */
		CRIT("●"),
		/** For information. */
		INFO("ℹ"),
		/** Nobody knows. */
		UNKNOWN("?"),
		/** Quiet. */
		MUTE("");

		private final String icon;

		Tone(String icon) {
			this.icon = icon;
		}

	}

}
