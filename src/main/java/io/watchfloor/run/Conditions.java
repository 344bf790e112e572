package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Circumstance.Answer;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/**
 * Asks a person whether the condition of a step applies. An answer counts for the steps
 * that follow under the same condition.
 */
@Service
public class Conditions {

	private final Authority authority;

	private final Permits permits;

	private final RunStore runs;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	private final Redaction redaction;

	private final RunJournal journal;

	Conditions(Authority authority, Permits permits, RunStore runs, StepLedger ledger, AuditTrail trail,
			Advance advance, Redaction redaction, RunJournal journal) {
		this.authority = authority;
		this.permits = permits;
		this.runs = runs;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
		this.redaction = redaction;
		this.journal = journal;
	}

	/** It applies, or nobody can tell; the steps are to be done, or to be judged. */
	public void answer(StepRef ref, Answer answer) {
		Actor actor = this.permits.operate(ref);
		String said = (answer == Answer.APPLIES) ? "Applies: " : "Nobody can tell: ";
		for (StepRun step : asked(ref)) {
			FrozenStep frozen = step.frozen();
			Circumstance answered = frozen.circumstances().answered(answer);
			StepRun saved = this.ledger.save(step, step.to(StepState.READY).frozen(frozen.within(answered)), this.ledger
				.entry(actor, Kind.CONDITION, step, said + answered.condition() + " (" + step.shortTitle() + ")"));
			this.trail.record(actor, "condition.answered", saved, (answer == Answer.APPLIES) ? "SUCCEEDED" : "UNKNOWN",
					null, facts(frozen));
		}
		this.advance.reach(ref.run());
	}

	/**
	 * It does not apply: the steps are left out.
	 * @param reason in the person's words; empty when the condition says it all
	 */
	public void doesNotApply(StepRef ref, String reason) {
		Actor actor = this.permits.operate(ref);
		String more = reason.isBlank() ? "" : " (" + this.redaction.typed(reason) + ")";
		for (StepRun step : asked(ref)) {
			String why = "does not apply: " + step.frozen().circumstances().condition() + more;
			StepRun skipped = this.ledger.save(step, step.to(StepState.SKIPPED).note(why).ended(this.ledger.now()),
					this.ledger.entry(actor, Kind.CONDITION, step, "Skipped " + step.shortTitle() + ": " + why));
			this.trail.record(actor, "step.skipped", skipped, "SUCCEEDED", why, facts(step.frozen()));
		}
		this.advance.reach(ref.run());
	}

	/**
	 * The last reading of this run that shares the most words with a step's condition.
	 */
	public Optional<ConditionHint> hint(Run run, StepRun step) {
		this.authority.require(Permission.VIEW);
		String condition = String.valueOf(step.frozen().circumstances().condition());
		Set<String> words = Stems.of(condition);
		return run.steps()
			.stream()
			.filter((other) -> other.frozen().kind() == StepKind.READ && other.state() == StepState.DONE)
			.filter((other) -> common(words, other) > 0)
			.reduce((best, other) -> (common(words, other) >= common(words, best)) ? other : best)
			.flatMap((source) -> this.journal.readings(source.ref(), 1)
				.stream()
				.findFirst()
				.map((reading) -> new ConditionHint(source, reading,
						Limit.in(condition).flatMap((limit) -> limit.holds(reading)))));
	}

	private static int common(Set<String> words, StepRun step) {
		return Stems.common(words, Stems.of(step.title() + " " + step.message()));
	}

	private static Map<String, String> facts(FrozenStep step) {
		return Map.of("condition", String.valueOf(step.circumstances().condition()));
	}

	/** The step, and those after it that ask the same. */
	private List<StepRun> asked(StepRef ref) {
		StepRun first = this.ledger.requireUnderWay(ref);
		Run run = this.runs.find(ref.run()).orElseThrow();
		if (!run.asksWhether(first)) {
			throw new Problem(Category.STALE,
					"'" + first.shortTitle() + "' does not ask whether it applies (any more).");
		}
		List<StepRun> same = new ArrayList<>();
		for (StepRun step : run.steps().subList(run.steps().indexOf(first), run.steps().size())) {
			if (!run.asksWhether(step) || !Objects.equals(step.frozen().circumstances().condition(),
					first.frozen().circumstances().condition())) {
				break;
			}
			same.add(step);
		}
		return same;
	}

}
