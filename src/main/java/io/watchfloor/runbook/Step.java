package io.watchfloor.runbook;

import java.util.List;

import io.watchfloor.action.ActionCall;
import org.jspecify.annotations.Nullable;

/** One line of work. */
public sealed interface Step {

	/**
	 * Stable within its procedure while the step's text stays: survives edits elsewhere.
	 */
	String key();

	/** What to do, from the comment, list item or lead-in above it. */
	String title();

	/** Where in the procedure. */
	Phase phase();

	/** Where in the document. */
	LineRange lines();

	/**
	 * A command that was understood.
	 *
	 * @param commandLine as written
	 * @param call what it asks for
	 * @param expected the expected output as the document gives it
	 */
	record ActionStep(String key, String title, Phase phase, LineRange lines, String commandLine, ActionCall call,
			@Nullable String expected) implements Step {
	}

	/**
	 * Something a person does.
	 *
	 * @param text Markdown, or the command to copy
	 * @param command whether the text is a command that was not understood
	 * @param reason why it is manual, for a command
	 * @param expected the expected output as the document gives it
	 */
	record ManualStep(String key, String title, Phase phase, LineRange lines, String text, boolean command,
			@Nullable String reason, @Nullable String expected) implements Step {

		/** A step whose document gives no expected output. */
		public ManualStep(String key, String title, Phase phase, LineRange lines, String text, boolean command,
				@Nullable String reason) {
			this(key, title, phase, lines, text, command, reason, null);
		}

	}

	/** A cause to choose. */
	record DecisionStep(String key, String title, Phase phase, LineRange lines, List<Choice> choices) implements Step {

		public DecisionStep {
			choices = List.copyOf(choices);
		}

	}

	/** A cause and what the document says to do about it. */
	record Choice(String cause, String solution) {
	}

}
