package io.watchfloor.runbook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that a command leaves open and a person fills in before it can run.
 *
 * @param name what the document calls it, without brackets: {@code pod-name}
 * @param written as it stands in the document: {@code <pod-name>}
 * @param kind what is typed
 * @param parameters where in the action's JSON the value goes, as JSON pointers
 * @param fallback what the document gives as its value when nobody says otherwise
 * @param choices the values that the document names; empty when any will do
 */
public record StepInput(String name, String written, Kind kind, List<String> parameters, @Nullable String fallback,
		List<String> choices) {

	public StepInput {
		parameters = List.copyOf(parameters);
		choices = List.copyOf(choices);
	}

	/** The name as people read it. */
	public String label() {
		return this.name.replaceAll("[_-]+", " ").strip();
	}

	/** What is typed. */
	public enum Kind {

		/** Any text. */
		TEXT,
		/** A whole number. */
		NUMBER,
		/** A date or an instant, as the command writes it. */
		DATE,
		/** An amount of time, as the command writes it: {@code 5m}. */
		DURATION,
		/** An address: a URL, a host, an IP address. */
		ADDRESS,
		/** A path of files. */
		PATH,
		/** A text of several lines: what stands in a file. */
		LINES

	}

}
