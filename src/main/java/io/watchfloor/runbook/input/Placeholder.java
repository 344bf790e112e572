package io.watchfloor.runbook.input;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a text leaves open.
 *
 * @param written as it stands there
 * @param name without brackets
 * @param fallback the value when nobody says otherwise
 * @param choices the values that the text names
 */
record Placeholder(String written, String name, @Nullable String fallback, List<String> choices) {

	Placeholder {
		choices = List.copyOf(choices);
	}

	static Placeholder named(String written, String name) {
		List<String> choices = name.matches("[\\w.-]+(\\s*\\|\\s*[\\w.-]+)+") ? List.of(name.split("\\s*\\|\\s*"))
				: List.of();
		return new Placeholder(written, name, null, choices);
	}

}
