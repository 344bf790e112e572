package io.watchfloor.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Records how attempts end. */
@Component
class Outcomes {

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	Outcomes(StepLedger ledger, AuditTrail trail, Redaction redaction) {
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
	}

	/** The second look made no plan: nothing was sent. */
	void unreadable(StepRun intended, RuntimeException trouble) {
		boolean answered = Problem.in(trouble)
			.filter((problem) -> problem.category() != Problem.Category.UNREACHABLE)
			.isPresent();
		String message = this.redaction
			.text((answered ? "Nothing was sent: the second look found another state than the preview. "
					: "Nothing was sent: the state could not be read again. ") + trouble.getMessage());
		refuse(intended, intended.to(StepState.READY).message(message), message, Map.of());
	}

	/** The state is no longer what was previewed: nothing was sent (law 2). */
	void stale(StepRun intended, Plan found) {
		PlanDifference difference = PlanDifference.between(intended.requiredPlan().plan(), this.redaction.plan(found));
		String message = "Nothing was sent: the state changed after the preview. Preview again.";
		refuse(intended, intended.to(StepState.READY).difference(difference).message(message), message,
				Map.of("difference", this.redaction.text(difference.summary())));
	}

	/** Whoever confirmed it may not any more: nothing was sent. */
	void notAllowed(StepRun intended, String why) {
		String message = "Nothing was sent: " + why;
		refuse(intended, intended.to(StepState.READY).message(message), message, Map.of());
	}

	private void refuse(StepRun intended, StepChange change, String message, Map<String, String> facts) {
		Map<String, String> details = new LinkedHashMap<>(facts);
		details.put("message", message);
		this.trail.record(Actor.SYSTEM, "step.refused", intended, "REFUSED", null, details);
		this.ledger.save(intended, change.planGone().outcome(StepOutcome.of(StepOutcome.Kind.REFUSED)).token(0),
				this.ledger.entry(Actor.SYSTEM, Kind.REFUSED, intended, intended.shortTitle() + ": " + message));
	}

	/** The attempt ended; empty when another node had given it up by then. */
	Optional<StepRun> record(StepRun executing, Outcome outcome) {
		String message = this.redaction.text(outcome.message());
		StepOutcome kept = StepOutcome.of(outcome);
		Map<String, String> facts = new LinkedHashMap<>();
		kept.facts().forEach((name, value) -> facts.put(name, this.redaction.text(value)));
		StepOutcome redacted = new StepOutcome(kept.kind(), facts);
		Map<String, String> details = new LinkedHashMap<>(facts);
		details.put("message", message);
		this.trail.record(Actor.SYSTEM, "step.outcome", executing, kept.kind().name(), null, details);
		Optional<StepRun> saved = this.ledger.trySave(executing,
				change(executing, outcome).outcome(redacted).message(message).token(0), this.ledger.entry(Actor.SYSTEM,
						timelineKind(kept.kind()), executing, executing.shortTitle() + ": " + message));
		if (saved.isEmpty()) {
			// Another node gave this one up; its answer is evidence for whoever settles
			// the step.
			this.ledger.note(Actor.SYSTEM, executing, "A late answer to " + executing.shortTitle() + ": " + message);
		}
		return saved;
	}

	private StepChange change(StepRun executing, Outcome outcome) {
		return switch (outcome) {
			case Outcome.Succeeded _ -> executing.to(StepState.VERIFYING)
				.watch(Watch.begin(executing.requiredPlan().plan().doneWhen(), this.ledger.now()));
			case Outcome.Failed _ -> executing.to(StepState.FAILED);
			case Outcome.Refused _ -> executing.to(StepState.READY).planGone();
			case Outcome.Unknown _ -> executing.to(StepState.UNKNOWN);
		};
	}

	private static Kind timelineKind(StepOutcome.Kind kind) {
		return switch (kind) {
			case SUCCEEDED, FAILED -> Kind.OUTCOME;
			case REFUSED -> Kind.REFUSED;
			case UNKNOWN -> Kind.UNKNOWN;
		};
	}

}
