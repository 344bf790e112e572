package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Service;

/**
 * Takes up again what is done: a manual step, a decision, or a change, which then wants a
 * new preview and a new confirmation. What was before stays on record.
 */
@Service
public class StepsAgain {

	private final Permits permits;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	StepsAgain(Permits permits, StepLedger ledger, AuditTrail trail, Advance advance) {
		this.permits = permits;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
	}

	/** Whether a step can be taken up again. */
	public boolean offered(StepRun step) {
		boolean putsBack = step.frozen().undoOf() != null;
		return step.state() == StepState.DONE && step.frozen().kind() != StepKind.READ && !putsBack;
	}

	/** Takes a step up again. */
	public void again(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (!offered(step)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' cannot be done again now.");
		}
		boolean decision = step.frozen().kind() == StepKind.DECISION;
		String before = (step.note() != null) ? step.note() : "";
		String said = decision ? "Decides again, was: " + before : "Does again: " + step.shortTitle();
		StepRun again = this.ledger.save(step, step.to(StepState.READY).planGone().message(null),
				this.ledger.entry(actor, decision ? Kind.CAUSE : Kind.NOTE, step, said));
		this.trail.record(actor, "step.again", again, "SUCCEEDED", null, Map.of("was", before));
		if (step.frozen().kind() != StepKind.CHANGE) {
			this.advance.reach(ref.run());
		}
	}

}
