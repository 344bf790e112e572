package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Counted;
import org.springframework.stereotype.Component;

/**
 * Stands before the execution: in a drill a confirmed plan is written down instead of
 * carried out, and the walk goes on.
 */
@Component
class Rehearsal {

	private final RunStore runs;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	Rehearsal(RunStore runs, StepLedger ledger, AuditTrail trail, Advance advance) {
		this.runs = runs;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
	}

	/** Whether a step belongs to a drill. */
	boolean of(StepRun step) {
		return this.runs.drill(step.ref().run());
	}

	/** Writes down what would have been done. Nothing is sent. */
	void writeDown(StepRun intended, Actor actor) {
		Plan plan = intended.requiredPlan().plan();
		String calls = String.join("; ", plan.calls().stream().map(Plan.Call::text).toList());
		String watched = "it would be watched until " + plan.doneWhen().condition();
		String message = "Drill: nothing was sent. " + Counted.of(plan.calls().size(), "call")
				+ " would have gone out (" + calls + "); then " + watched;
		StepRun done = this.ledger.save(intended,
				intended.to(StepState.DONE).message(message).token(0).ended(this.ledger.now()));
		this.trail.record(actor, "step.rehearsed", done, "SUCCEEDED", intended.requiredConfirmation().reason(),
				Map.of("calls", calls, "watched", watched));
		this.advance.reach(intended.ref().run());
	}

	/** What the timeline says of a confirmation. */
	static String text(StepRun planned, Confirmation confirmation) {
		return "Drill: would have done " + planned.shortTitle()
				+ (confirmation.reason().isEmpty() ? "" : ": " + confirmation.reason());
	}

}
