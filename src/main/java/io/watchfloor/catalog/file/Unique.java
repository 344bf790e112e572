package io.watchfloor.catalog.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names that are given twice.
 *
 * @param findings where they are reported
 * @param noun what has the name
 */
record Unique(Findings findings, String noun) {

	void check(List<Section> sections, String key) {
		Map<String, Integer> lines = new HashMap<>();
		for (Section section : sections) {
			Integer first = lines.putIfAbsent(section.text(key), section.value(key).line());
			if (first != null) {
				this.findings.error(section.value(key),
						"the " + this.noun + " '" + section.text(key) + "' is already in line " + first,
						"a " + key + " of its own for every " + this.noun);
			}
		}
	}

}
