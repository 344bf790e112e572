package io.watchfloor.api.run;

import java.time.Instant;
import java.util.List;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param current the key of the step to do now; absent when none is
 * @param steps in order; absent in lists
 */
record RunDocument(String id, String system, String runbook, @Nullable String version, String title, String environment,
		boolean production, ActorDocument startedBy, Instant startedAt, String state, @Nullable Instant endedAt,
		@Nullable String current, @Nullable List<StepDocument> steps, int stepsSettled, int stepsInAll,
		int stepsUnknown) {

	static RunDocument of(Run run) {
		List<StepDocument> steps = run.steps().stream().map(StepDocument::of).toList();
		int settled = run.steps().size() - run.remaining().size();
		int unknown = (int) steps.stream().filter((step) -> step.state().equals("UNKNOWN")).count();
		return new RunDocument(run.id().toString(), run.runbook().system().value(), run.runbook().file(), run.version(),
				run.title(), run.environment(), run.production(), ActorDocument.of(run.startedBy()), run.startedAt(),
				run.state().name(), run.endedAt(), run.current().map((step) -> step.key()).orElse(null), steps, settled,
				steps.size(), unknown);
	}

	static RunDocument of(RunSummary run) {
		return new RunDocument(run.id().toString(), run.runbook().system().value(), run.runbook().file(), null,
				run.title(), run.environment(), run.production(), ActorDocument.of(run.startedBy()), run.startedAt(),
				run.state().name(), run.endedAt(), null, null, run.settledSteps(), run.allSteps(), run.unknownSteps());
	}

	/**
	 * Who did something.
	 *
	 * @param id stays the same whatever the name becomes
	 */
	record ActorDocument(String id, String name) {

		static ActorDocument of(Actor actor) {
			return new ActorDocument(actor.id(), actor.name());
		}

	}

}
