package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Requests that still wait, together with the steps that they are for. */
@Component
class OpenApprovals {

	private final ApprovalStore store;

	private final StepLedger ledger;

	OpenApprovals(ApprovalStore store, StepLedger ledger) {
		this.store = store;
		this.ledger = ledger;
	}

	/** A request that waits. */
	Approval require(ApprovalId id) {
		Approval approval = this.store.find(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no such request for approval (any more)."));
		if (approval.state() != ApprovalState.WAITING) {
			throw over(approval);
		}
		return approval;
	}

	/** What a step waits with. */
	Approval require(StepRef step) {
		return this.store.waiting(step)
			.orElseThrow(() -> new Problem(Category.STALE,
					"'" + this.ledger.require(step).shortTitle() + "' waits for nobody's approval. Look at it again."));
	}

	/** The step of a request, exactly as it was when it was asked for. */
	StepRun step(Approval approval) {
		StepRun step = this.ledger.requireUnderWay(approval.step());
		if (!approval.fits(step)) {
			throw new Problem(Category.STALE, "'" + approval.title()
					+ "' no longer waits with the plan that this approval was asked for. Look at it again.");
		}
		return step;
	}

	/** The step of a request whose plan is the one that the person saw. */
	StepRun step(Approval approval, String fingerprint) {
		StepRun step = step(approval);
		if (!approval.fingerprint().equals(fingerprint)) {
			throw new Problem(Category.STALE,
					"'" + approval.title() + "' waits with another plan than the one you saw. Look at it again.");
		}
		return step;
	}

	/** Why a request that was there a moment ago could not be used. */
	Problem gone(Approval approval) {
		return over(this.store.find(approval.id()).orElse(approval));
	}

	/** Ends a request and puts its step back to where the plan can be confirmed again. */
	Optional<StepRun> giveBack(Approval approval, StepRun step, ApprovalState how, Actor by, String words,
			String message) {
		Optional<StepRun> back = this.store.giveBack(approval, how, by, words, step,
				step.to(StepState.PLANNED).confirmed(null).message(message).done(),
				this.ledger.entry(by, Kind.APPROVAL, step, approval.title() + ": " + message));
		back.ifPresent((_) -> this.ledger.changed(approval.step().run()));
		return back;
	}

	private static Problem over(Approval approval) {
		Approval.Remark decision = approval.decision();
		String who = (decision != null) ? decision.by().name() : "";
		String what = switch (approval.state()) {
			case WAITING, EXPIRED -> "has expired";
			case APPROVED -> "was approved by " + who + " and is used up";
			case REFUSED -> "was refused by " + who;
			case WITHDRAWN -> "was withdrawn by " + who;
			case ALONE -> "is over: " + who + " went on alone";
			case VOID -> "is void: " + ((decision != null) ? decision.words() : "");
		};
		return new Problem(Category.STALE,
				"The request to approve '" + approval.title() + "' " + what + ". Look at the run.");
	}

}
