package io.watchfloor.run;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Preview;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Works out plans from live state. */
@Component
class Planner {

	private final Actions actions;

	private final Targets targets;

	private final StepLedger ledger;

	private final Redaction redaction;

	Planner(Actions actions, Targets targets, StepLedger ledger, Redaction redaction) {
		this.actions = actions;
		this.targets = targets;
		this.ledger = ledger;
		this.redaction = redaction;
	}

	/** Reads the state now; nothing is stored. */
	Preview look(StepRun step) {
		return this.actions.preview(this.targets.action(step.frozen()), this.targets.of(step));
	}

	/** Stores the plan, or why there is none. */
	StepRun plan(StepRun step, Actor actor) {
		Preview preview;
		try {
			preview = look(step);
		}
		catch (RuntimeException trouble) {
			return this.ledger.save(step, step.to(StepState.READY).planGone().message(noPlan(trouble)));
		}
		Planned planned = new Planned(this.redaction.plan(preview.plan()), preview.fingerprint(), this.ledger.now());
		StepChange change = step.to(StepState.PLANNED).planned(planned).message(null);
		if (step.planned() != null && step.planned().fingerprint().equals(planned.fingerprint())) {
			return this.ledger.save(step, change);
		}
		return this.ledger.save(step, change, this.ledger.entry(actor, Kind.PLANNED, step,
				"Plan " + preview.shortFingerprint() + " for " + step.shortTitle()));
	}

	private String noPlan(RuntimeException trouble) {
		return this.redaction.text("There is no plan: " + trouble.getMessage());
	}

}
