package io.watchfloor.runbook;

import java.util.Collection;
import java.util.List;

import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;

/**
 * How much of a runbook's commands is understood.
 *
 * @param typed commands that are typed actions
 * @param commands all commands
 */
public record Coverage(int typed, int commands) {

	/** Counts over procedures. */
	public static Coverage of(Collection<Procedure> procedures) {
		List<Step> steps = procedures.stream().flatMap((procedure) -> procedure.steps().stream()).toList();
		int typed = (int) steps.stream().filter(ActionStep.class::isInstance).count();
		int manual = (int) steps.stream()
			.filter((step) -> step instanceof ManualStep command && command.command())
			.count();
		return new Coverage(typed, typed + manual);
	}

}
