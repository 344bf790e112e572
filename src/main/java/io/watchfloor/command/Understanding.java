package io.watchfloor.command;

/** What a reader made of a pipeline: all of it or nothing. */
public sealed interface Understanding<T> {

	/**
	 * Every word is accounted for.
	 *
	 * @param value what the line asks for
	 */
	record Understood<T>(T value) implements Understanding<T> {
	}

	/**
	 * Every word is known, and yet a person does it.
	 *
	 * @param work what, and why not by itself
	 */
	record ByHand<T>(ManualWork work) implements Understanding<T> {
	}

	/**
	 * At least one word is not known, so the line stays a manual step.
	 *
	 * @param reason which word and why, in plain words
	 */
	record NotUnderstood<T>(String reason) implements Understanding<T> {
	}

}
