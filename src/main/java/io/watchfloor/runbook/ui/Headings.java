package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Optional;

import io.watchfloor.runbook.Runbook;

/** Finds the heading that an anchor means, as code hosts make anchors of headings. */
final class Headings {

	private Headings() {
	}

	static Optional<Integer> line(Runbook book, String anchor) {
		String wanted = LinkPlaces.slim(anchor);
		List<String> lines = book.lines();
		for (int i = 0; i < lines.size() && !wanted.isEmpty(); i++) {
			if (lines.get(i).startsWith("#") && LinkPlaces.slim(lines.get(i)).equals(wanted)) {
				return Optional.of(i + 1);
			}
		}
		return Optional.empty();
	}

}
