package io.watchfloor.run.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.run.InputLine;

/** What was filled in so far, by the inputs' names. */
final class Known {

	private Known() {
	}

	static Map<String, String> of(List<InputLine> lines) {
		Map<String, String> known = new TreeMap<>();
		lines.forEach((line) -> {
			if (line.value() != null) {
				known.put(line.input().name(), line.value());
			}
		});
		return known;
	}

}
