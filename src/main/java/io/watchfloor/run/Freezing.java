package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.action.Actions;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.run.Circumstance.Branch;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Step;
import org.springframework.stereotype.Component;

/** Makes a walk's steps of a procedure's, as it stands now. */
@Component
class Freezing {

	/** Room between two steps, for what a cause brings and what is put back. */
	static final int ROOM = 100_000;

	private final Actions actions;

	private final Targets targets;

	Freezing(Actions actions, Targets targets) {
		this.actions = actions;
		this.targets = targets;
	}

	/** The steps of a new walk. */
	List<StepRun> steps(RunId run, Procedure procedure, Environment environment) {
		return steps(run, procedure, environment, new Place("", ROOM, ROOM, List.of()));
	}

	/** The steps at a place of a walk. */
	List<StepRun> steps(RunId run, Procedure procedure, Environment environment, Place place) {
		List<StepRun> steps = new ArrayList<>();
		Map<String, Circumstance> circumstances = Branching.of(procedure.steps(), place.prefix());
		for (Step step : procedure.steps()) {
			Circumstance own = circumstances.getOrDefault(step.key(), Circumstance.ALWAYS);
			List<Branch> branches = Stream.concat(place.branches().stream(), own.branches().stream()).toList();
			FrozenStep frozen = FrozenStep.of(named(step, procedure), this.actions)
				.within(new Circumstance(own.condition(), null, branches));
			List<Target> candidates = this.targets.candidates(frozen, environment);
			TargetId target = (candidates.size() == 1) ? candidates.getFirst().id() : null;
			steps.add(StepRun.fresh(new StepRef(run, place.prefix() + step.key()),
					place.first() + steps.size() * place.pace(), frozen, target));
		}
		return steps;
	}

	/** A decision that has no title of its own stands under the procedure's. */
	private static Step named(Step step, Procedure procedure) {
		return (step instanceof Step.DecisionStep decision && decision.title().equals(procedure.title()))
				? new Step.DecisionStep(decision.key(), "Choose the cause", decision.phase(), decision.lines(),
						decision.choices(), decision.condition())
				: step;
	}

	/**
	 * Where steps go.
	 *
	 * @param prefix of their keys
	 * @param first the ordinal of the first
	 * @param pace from one ordinal to the next
	 * @param branches the decisions that they all hang on
	 */
	record Place(String prefix, int first, int pace, List<Branch> branches) {
	}

}
