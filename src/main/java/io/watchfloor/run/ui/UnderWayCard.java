package io.watchfloor.run.ui;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.watchfloor.run.Progress;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.Watch;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** Shows how far a step under way is, or what its verification sees. */
final class UnderWayCard extends StepCard {

	UnderWayCard(StepRun step, Optional<Progress> progress, boolean mayOperate, RunActions actions) {
		Div head = row(StepLook.of(step).chip());
		if (step.startedAt() != null) {
			Span since = new Span("began ");
			since.addClassName("wf-dim");
			since.add(Ago.words(step.startedAt()));
			head.add(since);
		}
		add(head);
		if (step.state() == StepState.VERIFYING) {
			verifying(step);
		}
		else {
			add(bar(progress));
		}
		if (step.state() == StepState.VERIFYING && mayOperate) {
			add(button("Stop waiting…",
					() -> Ask.words("Stop waiting for the verification",
							"Why (goes to the audit log); whether it holds is yours to say then", "Stop waiting",
							(why) -> actions.act(() -> actions.services().aftermath().stopWaiting(step.ref(), why)))));
		}
		if (step.state() == StepState.EXECUTING && mayOperate) {
			add(button("Ask it to stop", () -> actions.act(() -> actions.services().steps().cancel(step.ref()))));
		}
	}

	private void verifying(StepRun step) {
		if (step.message() != null) {
			add(new Div(step.message()));
		}
		Watch watch = step.watch();
		if (watch == null || step.planned() == null) {
			return;
		}
		add(new Div("Done when " + step.planned().plan().doneWhen().condition()));
		Div seen = row();
		if (watch.state() != null) {
			seen.add(switch (watch.state()) {
				case HOLDS -> new Chip(Chip.Tone.OK, "Holds");
				case NOT_YET -> new Chip(Chip.Tone.INFO, "Not yet");
				case FAILED -> new Chip(Chip.Tone.CRIT, "Failed");
				case UNKNOWN -> new Chip(Chip.Tone.UNKNOWN, "No answer");
			});
		}
		seen.add(new Span(watch.observed()));
		if (watch.holdsSince() != null) {
			seen.add(new Span("since"), Ago.clock(watch.holdsSince()));
		}
		add(seen);
		if (step.planned().plan().doneWhen().holdFor().isPositive()) {
			add(dim("Must hold for " + Cells.words(step.planned().plan().doneWhen().holdFor()) + "."));
		}
	}

	private static Div bar(Optional<Progress> progress) {
		ProgressBar bar = new ProgressBar();
		Div all = new Div(bar);
		bar.setIndeterminate(progress.isEmpty() || progress.get().total() <= 0);
		progress.ifPresent((far) -> {
			if (far.total() > 0) {
				bar.setValue(Math.min(1.0, (double) far.done() / far.total()));
			}
			all.add(dim(far.done() + ((far.total() > 0) ? " of " + far.total() : "") + " " + far.unit()));
		});
		return all;
	}

}
