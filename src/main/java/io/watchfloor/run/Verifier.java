package io.watchfloor.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Watches whether a change's done-when holds for long enough, in time. */
@Component
class Verifier {

	private final Actions actions;

	private final Targets targets;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	private final Advance advance;

	private final RunTimes times;

	private final Node node;

	Verifier(Actions actions, Targets targets, StepLedger ledger, AuditTrail trail, Redaction redaction,
			Advance advance, RunTimes times, Node node) {
		this.actions = actions;
		this.targets = targets;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
		this.advance = advance;
		this.times = times;
		this.node = node;
	}

	/** Looks once, unless another node does; whose node dies is taken over from. */
	void look(StepRun due) {
		Watch watch = due.requiredWatch();
		Optional<StepRun> leased = this.ledger.trySave(due,
				due.to(StepState.VERIFYING).watch(watch.leased(this.ledger.now().plus(this.times.silence()))));
		leased.ifPresent(this::lookUnderLease);
	}

	private void lookUnderLease(StepRun leased) {
		this.node.looking(leased);
		try {
			conclude(leased, see(leased));
		}
		finally {
			this.node.looked(leased);
		}
	}

	private Verification see(StepRun step) {
		try {
			Action action = this.targets.action(step.frozen());
			Verification seen = this.actions.changes(action)
				.verify(action, step.requiredPlan().plan(), this.targets.of(step));
			return new Verification(seen.state(), this.redaction.text(seen.observed()));
		}
		catch (RuntimeException noAnswer) {
			return new Verification(Verification.State.UNKNOWN,
					this.redaction.text("No answer: " + noAnswer.getMessage()));
		}
	}

	private void conclude(StepRun step, Verification seen) {
		Instant now = this.ledger.now();
		Plan.DoneWhen doneWhen = step.requiredPlan().plan().doneWhen();
		Watch watch = step.requiredWatch().looked(seen, now, doneWhen.within());
		switch (seen.state()) {
			case HOLDS -> {
				if (watch.heldFor(doneWhen.holdFor(), now)) {
					end(step, StepState.DONE, watch, "SUCCEEDED", "Verified: " + seen.observed());
				}
				else if (watch.overdue(now)) {
					end(step, StepState.FAILED, watch, "FAILED", "It did not hold long enough in time: "
							+ doneWhen.condition() + ". Last seen: " + seen.observed());
				}
				else {
					goOn(step, watch);
				}
			}
			case NOT_YET -> {
				if (watch.overdue(now)) {
					end(step, StepState.FAILED, watch, "FAILED",
							"Not in time: " + doneWhen.condition() + ". Last seen: " + seen.observed());
				}
				else {
					goOn(step, watch);
				}
			}
			case FAILED -> end(step, StepState.FAILED, watch, "FAILED", "It can no longer hold: " + seen.observed());
			case UNKNOWN -> {
				if (watch.overdue(now)) {
					end(step, StepState.UNVERIFIED, watch, "UNKNOWN",
							"Nobody knows whether it holds: " + seen.observed());
				}
				else {
					goOn(step, watch);
				}
			}
		}
	}

	private void goOn(StepRun step, Watch watch) {
		this.ledger.trySave(step, step.to(StepState.VERIFYING).watch(watch));
	}

	private void end(StepRun step, StepState state, Watch watch, String result, String message) {
		StepChange change = step.to(state).watch(watch);
		if (state == StepState.DONE) {
			change.ended(this.ledger.now());
		}
		else {
			change.message(message);
		}
		Optional<StepRun> ended = this.ledger.trySave(step, change,
				this.trail.entry(Actor.SYSTEM, "step.verified", step, result, null, Map.of("message", message)),
				this.ledger.entry(Actor.SYSTEM, Kind.VERIFIED, step, step.shortTitle() + ": " + message));
		ended.ifPresent((now) -> {
			this.trail.drainSoon();
			this.advance.reach(now.ref().run());
		});
	}

}
