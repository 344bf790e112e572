package io.watchfloor.runbook;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.ManualWork;
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

	/** When it is to be done, as the document says it: "If the pod restarts". */
	@Nullable String condition();

	/**
	 * A command that was understood.
	 *
	 * @param language of a query, in lower case; empty for a command line
	 * @param commandLine as written
	 * @param call what it asks for; with stand-ins where it has {@link #inputs}, and then
	 * never to be run
	 * @param does what the action does, in a few words
	 * @param expected the expected output as the document gives it
	 * @param inputs what a person fills in first
	 * @param constants the variables that the document sets before, and the line uses
	 */
	record ActionStep(String key, String title, Phase phase, LineRange lines, String language, String commandLine,
			ActionCall call, String does, @Nullable String expected, @Nullable String condition, List<StepInput> inputs,
			Map<String, String> constants) implements Step {

		public ActionStep {
			inputs = List.copyOf(inputs);
			constants = Map.copyOf(constants);
		}

		/** A step that can be run as it stands. */
		public ActionStep(String key, String title, Phase phase, LineRange lines, String commandLine, ActionCall call,
				@Nullable String expected) {
			this(key, title, phase, lines, "", commandLine, call, call.action().title(), expected, null, List.of(),
					Map.of());
		}

	}

	/**
	 * Something a person does.
	 *
	 * @param text Markdown, or the command to copy
	 * @param command whether the text is a command that was not understood
	 * @param reason why it is manual, for a command
	 * @param expected the expected output as the document gives it
	 * @param work what it does, for a command whose every word is known
	 */
	record ManualStep(String key, String title, Phase phase, LineRange lines, String text, boolean command,
			@Nullable String reason, @Nullable String expected, @Nullable String condition,
			@Nullable ManualWork work) implements Step {

		/** A step whose document gives no expected output. */
		public ManualStep(String key, String title, Phase phase, LineRange lines, String text, boolean command,
				@Nullable String reason) {
			this(key, title, phase, lines, text, command, reason, null, null, null);
		}

	}

	/** A cause to choose. */
	record DecisionStep(String key, String title, Phase phase, LineRange lines, List<Choice> choices,
			@Nullable String condition) implements Step {

		public DecisionStep {
			choices = List.copyOf(choices);
		}

		/** A decision that always is to be made. */
		public DecisionStep(String key, String title, Phase phase, LineRange lines, List<Choice> choices) {
			this(key, title, phase, lines, choices, null);
		}

	}

	/**
	 * A cause and what the document says to do about it.
	 *
	 * @param target where that stands: {@code #} and the key of a step of the same
	 * procedure, or the slug of a procedure of the same runbook; null when none was found
	 */
	record Choice(String cause, String solution, @Nullable String target) {

		/** A cause whose solution stands nowhere else. */
		public Choice(String cause, String solution) {
			this(cause, solution, null);
		}

	}

}
