package io.watchfloor.ui;

import com.vaadin.flow.component.HasElement;

/** Puts the cursor where a person goes on. */
public final class Cursor {

	private static final String FOCUS = """
			const phone = matchMedia('(width <= 800px)').matches;
			const go = () => {
			  if (!this.contains(document.activeElement)) {
			    const field = this.querySelector('vaadin-radio-button') ?? this;
			    (field.focusElement ?? field).focus({ preventScroll: phone });
			  }
			};
			requestAnimationFrame(go);
			for (const later of [350, 700, 1200]) {
			  setTimeout(() => document.activeElement === document.body && go(), later);
			}
			""";

	private Cursor() {
	}

	/**
	 * Focuses a field, a button or the first choice of a group. A dialog that is just
	 * closing gives the focus back to where it was before, so it looks once more a moment
	 * later. On a phone the page stays where it is: what is to be confirmed stands above
	 * the field and has to be read first.
	 */
	public static void on(HasElement place) {
		place.getElement().executeJs(FOCUS);
	}

}
