package io.watchfloor.runbook;

import java.util.Map;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.Understanding;
import io.watchfloor.runbook.Step.ActionStep;

/** Puts values into commands, where the document leaves something open. */
public interface Inputs {

	/**
	 * Reads a step's command again with values in the places that were left open. A value
	 * is never split into words, never becomes a flag, and never makes another action of
	 * the line.
	 * @param values by the inputs' names; an input that is not among them has its
	 * document's default
	 * @return not understood with a reason that names the input, when a value will not do
	 */
	default Understanding<ActionCall> bind(ActionStep step, Map<String, String> values) {
		return step.inputs().isEmpty() ? new Understanding.Understood<>(step.call())
				: bind(step.language(), step.commandLine(), step.constants(), values);
	}

	/**
	 * Reads a command line with values.
	 * @param language of a query; empty for a command line
	 * @param commandLine as the document writes it
	 * @param constants the variables that the document sets before
	 */
	Understanding<ActionCall> bind(String language, String commandLine, Map<String, String> constants,
			Map<String, String> values);

}
