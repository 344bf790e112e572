package io.watchfloor.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Settlement;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.run.output.OutputStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Settles steps that may have happened (law 5). Looks only; what did not happen goes back
 * to a person and a new preview.
 */
@Component
class Probes {

	private static final String GAP = "⚠ The console stopped here. What was printed in its last moment, and after, is not known.";

	private final Actions actions;

	private final Targets targets;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	private final OutputStore output;

	Probes(Actions actions, Targets targets, StepLedger ledger, AuditTrail trail, Redaction redaction,
			OutputStore output) {
		this.actions = actions;
		this.targets = targets;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
		this.output = output;
	}

	/**
	 * A step whose worker is gone: a reading is simply due again, a change is unknown.
	 */
	void abandoned(StepRun step, Duration silence) {
		if (step.state() == StepState.READING) {
			this.ledger
				.abandon(step, step.to(StepState.READY).token(0).message("The reading was interrupted."), silence, null)
				.ifPresent((_) -> sayGap(step));
			return;
		}
		String message = "The console stopped while this was under way. It may have happened.";
		Optional<StepRun> unknown = this.ledger.abandon(step,
				step.to(StepState.UNKNOWN)
					.token(0)
					.outcome(StepOutcome.of(StepOutcome.Kind.UNKNOWN))
					.message(message)
					.settlement(null),
				silence,
				this.trail.entry(Actor.SYSTEM, "step.outcome", step, "UNKNOWN", null, Map.of("message", message)),
				this.ledger.entry(Actor.SYSTEM, Kind.UNKNOWN, step, step.shortTitle() + ": " + message));
		unknown.ifPresent((_) -> {
			this.trail.drainSoon();
			sayGap(step);
		});
	}

	/** Only where there is output that ends without an end. */
	private void sayGap(StepRun step) {
		if (step.state() == StepState.EXECUTING || this.output.extent(step.ref(), step.attempt()).lines() > 0) {
			this.output.addGap(step.ref(), step.attempt(), GAP, this.ledger.now());
		}
	}

	/** Looks whether an unknown step happened. */
	void probe(StepRun step) {
		Settlement settlement = look(step);
		switch (settlement.finding()) {
			case HAPPENED, DID_NOT_HAPPEN -> settle(step, settlement, Actor.SYSTEM, null);
			case CANNOT_TELL -> this.ledger.trySave(step, step.to(StepState.UNKNOWN).settlement(settlement),
					this.ledger.entry(Actor.SYSTEM, Kind.UNKNOWN, step,
							"The probe cannot tell whether it happened: " + settlement.evidence()));
		}
	}

	/** Settles by the probe's finding, or by a person who gives a reason. */
	Optional<StepRun> settle(StepRun step, Settlement settlement, Actor actor, @Nullable String reason) {
		boolean happened = settlement.finding() == Settlement.Finding.HAPPENED;
		String message = (happened ? "It happened: " : "It did not happen: ") + settlement.evidence();
		StepChange change = happened
				? step.to(StepState.VERIFYING)
					.watch(Watch.begin(step.requiredPlan().plan().doneWhen(), this.ledger.now()))
					.message(message)
				: step.to(StepState.READY).planGone().message(message + " Preview again before anything is sent.");
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("finding", settlement.finding().name());
		facts.put("evidence", settlement.evidence());
		Optional<StepRun> settled = this.ledger.trySave(step, change.settlement(settlement),
				this.trail.entry(actor, "step.settled", step, happened ? "SUCCEEDED" : "FAILED", reason, facts),
				this.ledger.entry(actor, Kind.SETTLED, step, step.shortTitle() + ": " + message));
		settled.ifPresent((_) -> this.trail.drainSoon());
		return settled;
	}

	private Settlement look(StepRun step) {
		try {
			Action action = this.targets.action(step.frozen());
			Settlement found = this.actions.changes(action)
				.probe(action, step.requiredPlan().plan(), this.targets.of(step), Kept.of(step, this.output));
			return new Settlement(found.finding(), this.redaction.text(found.evidence()));
		}
		catch (RuntimeException noAnswer) {
			return new Settlement(Settlement.Finding.CANNOT_TELL,
					this.redaction.text("No answer: " + noAnswer.getMessage()));
		}
	}

}
