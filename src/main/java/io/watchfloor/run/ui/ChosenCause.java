package io.watchfloor.run.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.runbook.Step;
import io.watchfloor.ui.Chip;

/**
 * The cause that was chosen further up, with what the runbook says against it: the steps
 * below a decision are there for every cause, and only a person can tell which is whose.
 */
final class ChosenCause extends Div {

	private ChosenCause(String cause, String solution, boolean change) {
		addClassName("run-cause");
		Span words = new Span(cause + (solution.isEmpty() ? "" : ". The runbook says: " + solution));
		add(new Chip(Chip.Tone.INFO, "Cause chosen"), words);
		if (change) {
			add(StepCard.dim("This step may be there for another cause. Skip it when it is."));
		}
	}

	/** Empty where no decision was made above the step. */
	static Optional<ChosenCause> above(Run run, StepRun step) {
		List<StepRun> before = run.steps().subList(0, run.steps().indexOf(step));
		return before.reversed()
			.stream()
			.filter((other) -> other.frozen().kind() == StepKind.DECISION && other.state() == StepState.DONE
					&& other.note() != null)
			.findFirst()
			.map((decision) -> of(decision, step.frozen().kind() == StepKind.CHANGE));
	}

	private static ChosenCause of(StepRun decision, boolean change) {
		String cause = String.valueOf(decision.note());
		String solution = decision.frozen()
			.choices()
			.stream()
			.filter((choice) -> choice.cause().equals(cause))
			.map(Step.Choice::solution)
			.findFirst()
			.orElse("");
		return new ChosenCause(cause, solution, change);
	}

}
