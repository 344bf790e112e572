package io.watchfloor.run.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepState;

/** How a walk ended, and where to go from there. */
final class RunEnd extends StepCard {

	RunEnd(Run run) {
		int all = run.steps().size();
		long done = count(run, StepState.DONE);
		long skipped = count(run, StepState.SKIPPED);
		add(new Div("%d of %s done, %d skipped, %d not reached or not settled.".formatted(done, Counted.of(all, "step"),
				skipped, all - done - skipped)));
		add(dim("Choose a step to see what it read or changed; the timeline beside has everything in order."));
		add(row(new Anchor(RunHeader.procedure(run), "Walk the procedure again"), new Anchor("audit", "Audit log"),
				new Anchor("runs", "All runs")));
	}

	private static long count(Run run, StepState state) {
		return run.steps().stream().filter((step) -> step.state() == state).count();
	}

}
