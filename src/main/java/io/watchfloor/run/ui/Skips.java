package io.watchfloor.run.ui;

import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;

/** Leaves a step out, with a reason. */
final class Skips {

	private Skips() {
	}

	static boolean possible(StepRun step) {
		return step.state().next().contains(StepState.SKIPPED);
	}

	/** What brought no data says why it is left out; it was looked at. */
	private static String why(StepRun step) {
		String message = step.message();
		return (step.state() == StepState.NO_DATA && message != null) ? message : "";
	}

	static void ask(StepRun step, RunActions actions) {
		Ask.words("Skip “" + step.shortTitle() + "”", "Why (goes to the audit log and the timeline)", "Skip", why(step),
				(why) -> actions.act(() -> actions.services().steps().skip(step.ref(), why)));
	}

}
