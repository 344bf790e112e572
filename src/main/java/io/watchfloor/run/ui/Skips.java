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

	static void ask(StepRun step, RunActions actions) {
		Ask.words("Skip “" + step.shortTitle() + "”", "Why (goes to the audit log and the timeline)", "Skip",
				(why) -> actions.act(() -> actions.services().steps().skip(step.ref(), why)));
	}

}
