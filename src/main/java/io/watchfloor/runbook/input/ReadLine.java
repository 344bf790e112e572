package io.watchfloor.runbook.input;

import java.util.List;

import io.watchfloor.action.ActionCall;
import io.watchfloor.runbook.StepInput;

/**
 * What a command line asks for, and what is missing before it can be done.
 *
 * @param call with samples where inputs are missing
 * @param does the action's title, with the inputs' names where they are missing
 * @param inputs in the line's order
 */
public record ReadLine(ActionCall call, String does, List<StepInput> inputs) {

	public ReadLine {
		inputs = List.copyOf(inputs);
	}

}
