package io.watchfloor.run;

import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Settlement;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Service;

/** What a person does after a change: settle the unknown, look again, put it back. */
@Service
public class StepAftermath {

	private static final int TRIES = 10;

	private final Permits permits;

	private final StepLedger ledger;

	private final Probes probes;

	private final Undos undos;

	private final AuditTrail trail;

	private final Advance advance;

	private final Redaction redaction;

	StepAftermath(Permits permits, StepLedger ledger, Probes probes, Undos undos, AuditTrail trail, Advance advance,
			Redaction redaction) {
		this.permits = permits;
		this.ledger = ledger;
		this.probes = probes;
		this.undos = undos;
		this.trail = trail;
		this.advance = advance;
		this.redaction = redaction;
	}

	/** A person says whether an unknown step happened. */
	public void settle(StepRef ref, boolean happened, String reason) {
		Actor actor = this.permits.operate(ref);
		StepRun step = requireState(ref, StepState.UNKNOWN);
		String why = requireReason(reason);
		Settlement.Finding finding = happened ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN;
		Settlement settlement = new Settlement(finding, actor.name() + " says: " + why);
		if (this.probes.settle(step, settlement, actor, why).isEmpty()) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' was settled in this moment.");
		}
	}

	/** Lets the probe look again. */
	public void probeAgain(StepRef ref) {
		this.permits.operate(ref);
		StepRun step = requireState(ref, StepState.UNKNOWN);
		this.ledger.save(step, step.to(StepState.UNKNOWN).settlement(null));
	}

	/** Watches the done-when again. */
	public void lookAgain(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.require(ref);
		boolean accepted = step.outcome() != null && step.outcome().kind() != StepOutcome.Kind.FAILED
				&& step.planned() != null;
		if (!accepted || !step.state().next().contains(StepState.VERIFYING)) {
			throw new Problem(Category.STALE, "There is nothing to verify in '" + step.shortTitle() + "' now.");
		}
		this.ledger.save(step,
				step.to(StepState.VERIFYING)
					.message(null)
					.watch(Watch.begin(step.requiredPlan().plan().doneWhen(), this.ledger.now())),
				this.ledger.entry(actor, Kind.VERIFIED, step, "Looks again at " + step.shortTitle()));
	}

	/**
	 * A person does not wait for the verification any longer; whether the change holds is
	 * then not known, and the step is theirs to settle.
	 */
	public void stopWaiting(StepRef ref, String reason) {
		Actor actor = this.permits.operate(ref);
		String why = requireReason(reason);
		String message = actor.name() + " did not wait for the verification any longer: " + why;
		StepRun step = requireState(ref, StepState.VERIFYING);
		Optional<StepRun> given = giveUp(step, actor, message);
		// The watch writes twice a second; a person's word is not lost to that
		for (int more = 0; given.isEmpty() && more < TRIES; more++) {
			step = requireState(ref, StepState.VERIFYING);
			given = giveUp(step, actor, message);
		}
		StepRun unverified = given.orElseThrow(() -> new Problem(Category.STALE, "The verification of '"
				+ requireState(ref, StepState.VERIFYING).shortTitle() + "' moved on in this moment. Try again."));
		this.trail.record(actor, "step.verified", unverified, "UNKNOWN", why,
				Map.of("seen", unverified.requiredWatch().observed()));
	}

	private Optional<StepRun> giveUp(StepRun step, Actor actor, String message) {
		String seen = step.requiredWatch().observed();
		return this.ledger.trySave(step,
				step.to(StepState.UNVERIFIED).message(seen.isEmpty() ? message : message + ". Last seen: " + seen),
				this.ledger.entry(actor, Kind.VERIFIED, step, step.shortTitle() + ": " + message));
	}

	/** A person has seen by other means that an unverified change holds. */
	public void accept(StepRef ref, String reason) {
		Actor actor = this.permits.operate(ref);
		StepRun step = requireState(ref, StepState.UNVERIFIED);
		String why = requireReason(reason);
		StepRun accepted = this.ledger.save(step, step.to(StepState.DONE).note(why).ended(this.ledger.now()),
				this.ledger.entry(actor, Kind.SETTLED, step, step.shortTitle() + " holds: " + why));
		this.trail.record(actor, "step.settled", accepted, "SUCCEEDED", why, Map.of("by", "a person"));
		this.advance.reach(ref.run());
	}

	/** Whether a step can be put back. */
	public boolean undoOffered(StepRun step) {
		return this.undos.action(step).isPresent();
	}

	/**
	 * Adds a step that puts a change back; it takes the very same way through preview and
	 * confirmation.
	 */
	public StepRef undo(StepRef ref) {
		this.permits.operate(ref);
		return this.undos.putBack(ref, this.ledger.require(ref).attempt());
	}

	private StepRun requireState(StepRef ref, StepState state) {
		StepRun step = this.ledger.require(ref);
		if (step.state() != state) {
			throw new Problem(Category.STALE,
					"'" + step.shortTitle() + "' is no longer " + state + ". Look at it again.");
		}
		return step;
	}

	private String requireReason(String reason) {
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "Say how you know; it goes to the audit log.");
		}
		return this.redaction.typed(reason);
	}

}
