package io.watchfloor.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Circumstance.Branch;
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
 * @param conduct who leads it, and whether it stands still
 * @param drill whether nothing is sent that changes anything
 * @param steps in order
 */
public record Run(RunId id, RunbookId runbook, String version, String procedure, String title, String environment,
		boolean production, Actor startedBy, Instant startedAt, RunState state, @Nullable Instant endedAt,
		Conduct conduct, boolean drill, List<StepRun> steps) {

	public Run {
		steps = List.copyOf(steps);
	}

	/** Whether it stands still. */
	public boolean paused() {
		return this.conduct.pause() != null;
	}

	/** The step to do now: the first that is neither settled nor folded away. */
	public Optional<StepRun> current() {
		return remaining().stream().findFirst();
	}

	/**
	 * Whether a step is there for another cause than was chosen, and nobody touched it.
	 */
	public boolean folded(StepRun step) {
		return step.state().untouched()
				&& step.frozen().circumstances().branches().stream().anyMatch((branch) -> chosenAgainst(branch));
	}

	private boolean chosenAgainst(Branch branch) {
		return chosen(branch.decision()).filter((cause) -> !branch.causes().contains(cause)).isPresent();
	}

	/**
	 * The cause that was chosen at a decision; empty while it is open, or was skipped.
	 */
	public Optional<String> chosen(String decision) {
		return step(decision).filter((step) -> step.state() == StepState.DONE).map(StepRun::note);
	}

	/** Whether a person is still to say if a step's condition applies. */
	public boolean asksWhether(StepRun step) {
		Circumstance circumstance = step.frozen().circumstances();
		boolean decided = circumstance.branches()
			.stream()
			.anyMatch((branch) -> branch.byCondition()
					&& chosen(branch.decision()).filter(branch.causes()::contains).isPresent());
		return step.state() == StepState.READY && step.attempt() == 0 && circumstance.condition() != null
				&& circumstance.answer() == null && !decided;
	}

	/** Finds a step. */
	public Optional<StepRun> step(String key) {
		return this.steps.stream().filter((step) -> step.key().equals(key)).findFirst();
	}

	/** What is neither done nor skipped, nor there for a cause that was not chosen. */
	public List<StepRun> remaining() {
		return this.steps.stream().filter((step) -> !step.state().settled() && !folded(step)).toList();
	}

	/** What was filled in so far, by the inputs' names. */
	public Map<String, String> filledIn() {
		Map<String, String> filled = new HashMap<>();
		this.steps.forEach((step) -> filled.putAll(step.frozen().filledIn()));
		return filled;
	}

}
