package io.watchfloor.runbook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Closes code blocks that their author forgot to close, without changing the number of
 * lines: a blank line before the next opening fence, or before the next heading where no
 * fence follows at all, is taken for the closing one.
 */
final class Fences {

	private static final Pattern FENCE = Pattern.compile("\\s{0,12}(?:[-*+]\\s+|\\d+[.)]\\s+)?(`{3,}|~{3,})\\s*(.*)");

	private static final Pattern HEADING = Pattern.compile("#{2,6}\\s+\\S.*");

	private final List<String> lines;

	private @Nullable String open;

	private int openedAt;

	private Fences(List<String> lines) {
		this.lines = new ArrayList<>(lines);
	}

	static List<String> close(List<String> lines) {
		Fences fences = new Fences(lines);
		for (int i = 0; i < lines.size(); i++) {
			Matcher fence = FENCE.matcher(lines.get(i));
			if (fence.matches()) {
				fences.fence(fence.group(1), fence.group(2).strip(), i);
			}
		}
		if (fences.open != null) {
			fences.closeBeforeHeading();
		}
		return fences.lines;
	}

	private void fence(String marks, String info, int at) {
		String current = this.open;
		if (current == null) {
			this.open = marks;
			this.openedAt = at;
		}
		else if (marks.startsWith(current) && info.isEmpty()) {
			this.open = null;
		}
		else if (marks.equals(current) && info.matches("[a-z]+") && closeBefore(at)) {
			this.openedAt = at;
		}
	}

	/** Closes at the blank line before a heading, else at the last blank line. */
	private boolean closeBefore(int fence) {
		int blank = -1;
		for (int i = this.openedAt + 1; i < fence; i++) {
			if (this.lines.get(i).isBlank()) {
				blank = i;
				if (HEADING.matcher(this.lines.get(i + 1)).matches()) {
					break;
				}
			}
		}
		if (blank > 0) {
			this.lines.set(blank, String.valueOf(this.open));
		}
		return blank > 0;
	}

	private void closeBeforeHeading() {
		for (int i = this.openedAt + 2; i < this.lines.size(); i++) {
			if (HEADING.matcher(this.lines.get(i)).matches() && this.lines.get(i - 1).isBlank()) {
				this.lines.set(i - 1, String.valueOf(this.open));
				return;
			}
		}
	}

}
