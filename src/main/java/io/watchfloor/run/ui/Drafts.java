package io.watchfloor.run.ui;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;

/**
 * Words that were typed and not yet sent. They stay in the memory of the person's own
 * session, so that a reload loses nothing; signing out forgets them, and they are written
 * nowhere.
 */
final class Drafts implements Serializable {

	private static final int MOST = 40;

	private final Map<String, String> words = new LinkedHashMap<>();

	private Drafts() {
	}

	/**
	 * Fills a field with what was typed for the same place before, and keeps what is
	 * typed.
	 * @param place what the words are about
	 */
	static void keep(TextField field, String place) {
		VaadinSession session = VaadinSession.getCurrent();
		Drafts drafts = session.getAttribute(Drafts.class);
		if (drafts == null) {
			drafts = new Drafts();
			session.setAttribute(Drafts.class, drafts);
		}
		Map<String, String> kept = drafts.words;
		field.setValue(kept.getOrDefault(place, ""));
		field.addValueChangeListener((change) -> {
			kept.remove(place);
			if (!change.getValue().isEmpty()) {
				kept.put(place, change.getValue());
			}
			if (kept.size() > MOST) {
				kept.remove(kept.keySet().iterator().next());
			}
		});
	}

}
