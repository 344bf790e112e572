package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a code block.
 *
 * @param phase which phase it stands in
 * @param label a list item or bold line above, which goes before the titles that comments
 * give
 * @param fallback the title of a command that has none of its own
 */
record Setting(Phase phase, @Nullable String label, String fallback) {

	/** The title of a command whose comment says this. */
	String titled(String comment) {
		return (this.label == null || comment.startsWith(this.label)) ? comment : this.label + ": " + comment;
	}

}
