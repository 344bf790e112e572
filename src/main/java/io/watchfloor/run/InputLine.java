package io.watchfloor.run;

import java.util.List;

import io.watchfloor.runbook.StepInput;
import org.jspecify.annotations.Nullable;

/**
 * One input of a walk.
 *
 * @param input as the first step asks for it
 * @param value what was filled in; null when nobody did yet
 * @param open titles of the steps that still take the value
 * @param used titles of the steps that were done with it
 */
public record InputLine(StepInput input, @Nullable String value, List<String> open, List<String> used) {

	public InputLine {
		open = List.copyOf(open);
		used = List.copyOf(used);
	}

	/** Whether another value would still reach a step. */
	public boolean editable() {
		return !this.open.isEmpty();
	}

}
