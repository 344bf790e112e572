package io.watchfloor.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.runbook.RunbookId;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a procedure.
 *
 * @param id its name
 * @param runbook the document
 * @param version the document's version when the walk began
 * @param procedure the procedure's slug
 * @param title the procedure's title
 * @param environment where
 * @param production whether that is production
 * @param startedBy who
 * @param startedAt when
 * @param state where it stands
 * @param endedAt when it was finished or aborted
 * @param steps in order
 */
public record Run(RunId id, RunbookId runbook, String version, String procedure, String title, String environment,
		boolean production, Actor startedBy, Instant startedAt, RunState state, @Nullable Instant endedAt,
		List<StepRun> steps) {

	public Run {
		steps = List.copyOf(steps);
	}

	/** The step to do now: the first that is not settled. */
	public Optional<StepRun> current() {
		return this.steps.stream().filter((step) -> !step.state().settled()).findFirst();
	}

	/** Finds a step. */
	public Optional<StepRun> step(String key) {
		return this.steps.stream().filter((step) -> step.key().equals(key)).findFirst();
	}

	/** What is neither done nor skipped. */
	public List<StepRun> remaining() {
		return this.steps.stream().filter((step) -> !step.state().settled()).toList();
	}

	/** What was filled in so far, by the inputs' names. */
	public Map<String, String> filledIn() {
		Map<String, String> filled = new HashMap<>();
		this.steps.forEach((step) -> filled.putAll(step.frozen().filledIn()));
		return filled;
	}

}
