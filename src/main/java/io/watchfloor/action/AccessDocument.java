package io.watchfloor.action;

import java.util.List;

/**
 * What to grant at a target, in the language of whoever grants it.
 *
 * @param title what it is: "IAM policy"
 * @param fileName what to save it as
 * @param text the whole document; empty when nothing needs to be granted
 * @param notes what it leaves wide and why, and what it does not say
 */
public record AccessDocument(String title, String fileName, String text, List<String> notes) {

	public AccessDocument {
		notes = List.copyOf(notes);
	}

}
