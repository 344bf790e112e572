package io.watchfloor.run.ui;

import java.util.List;
import java.util.Optional;

import io.watchfloor.run.ConditionHint;
import io.watchfloor.run.Evidence;
import io.watchfloor.run.InputLine;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.UndoCard;
import io.watchfloor.run.Watchings;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the walk around the step in the middle.
 *
 * @param evidence what was attached to the run
 * @param watch what the step watches, or watched last
 * @param undos what the walk changed, the last first; read at its end only
 * @param inputs what the walk asks for
 * @param hint a reading of this run that the step's condition is about
 */
record WalkShown(List<Evidence> evidence, Optional<WatchShown> watch, List<UndoCard> undos, List<InputLine> inputs,
		Optional<ConditionHint> hint) {

	static WalkShown of(WalkServices services, Run run, @Nullable StepRun step) {
		List<Evidence> evidence = services.evidences().of(run.id());
		List<InputLine> inputs = services.inputs().lines(run);
		if (step == null) {
			return new WalkShown(evidence, Optional.empty(), services.undos().of(run.id()), inputs, Optional.empty());
		}
		Optional<ConditionHint> hint = run.asksWhether(step) ? services.conditions().hint(run, step) : Optional.empty();
		return new WalkShown(evidence, watch(services.watchings(), run, step), List.of(), inputs, hint);
	}

	private static Optional<WatchShown> watch(Watchings watchings, Run run, StepRun step) {
		return watchings.latest(step.ref())
			.map((watching) -> new WatchShown(watching,
					run.step(watching.source().key()).map(StepRun::shortTitle).orElse(""),
					watchings.readings(watching)));
	}

}
