package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Shell;

/**
 * How psql lays out rows as text, which is what a filter behind it sees.
 *
 * @param tuplesOnly without header and footer
 * @param unaligned with a separator instead of columns
 * @param expanded one line per column
 * @param separator between the columns where they are not aligned
 */
public record Layout(boolean tuplesOnly, boolean unaligned, boolean expanded, String separator) {

	/** As psql does without a flag. */
	public static final Layout USUAL = new Layout(false, false, false, "|");

	/** The flags of psql for it, each with a blank behind it. */
	String flags() {
		List<String> flags = new ArrayList<>();
		if (this.tuplesOnly) {
			flags.add("-t ");
		}
		if (this.unaligned) {
			flags.add("-A ");
		}
		if (this.expanded) {
			flags.add("-x ");
		}
		if (!this.separator.equals("|")) {
			flags.add("-F " + Shell.quote(this.separator) + " ");
		}
		return String.join("", flags);
	}

}
