package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/**
 * Break-glass: nobody answered, and whoever asked goes on without the second person. It
 * takes everything that the ladder knows, is recorded before it happens, told to
 * managers, and listed until one of them has looked at it.
 */
@Service
public class GoingAlone {

	private final Authority authority;

	private final OpenApprovals open;

	private final ApprovalStore store;

	private final ConfirmationPolicy policy;

	private final Targets targets;

	private final Execution execution;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	private final Tidings tidings;

	GoingAlone(Authority authority, OpenApprovals open, ApprovalStore store, ConfirmationPolicy policy, Targets targets,
			Execution execution, StepLedger ledger, AuditTrail trail, Redaction redaction, Tidings tidings) {
		this.authority = authority;
		this.open = open;
		this.store = store;
		this.policy = policy;
		this.targets = targets;
		this.execution = execution;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
		this.tidings = tidings;
	}

	/**
	 * Goes on with one's own request, which then starts.
	 * @param fingerprint of the plan that the person saw
	 * @param reason why it cannot wait
	 * @param typedName the target's name, typed again
	 * @throws Problem when the environment forbids it, the wait is not over, a demand is
	 * not met, or it is not the person's own; nothing was sent then
	 */
	public void goOn(ApprovalId id, String fingerprint, String reason, String typedName) {
		this.authority.requireSomewhere(Permission.OPERATE);
		Approval approval = this.open.require(id);
		Actor actor = this.authority.require(Permission.OPERATE, approval.scope());
		if (!approval.by(actor)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Only " + approval.askedBy().name() + ", who asked, may go on alone.");
		}
		StepRun step = this.open.step(approval, fingerprint);
		demandTime(approval, step);
		String why = this.redaction.typed(this.policy.demandAll(step, reason, typedName));
		this.trail.requireWritable();
		Map<String, String> facts = Map.of("approval", id.toString());
		this.trail.demand(actor, "approval.alone", step, why, facts);
		Confirmation alone = new Confirmation(actor, this.ledger.now(), "Alone, because nobody answered: " + why, null);
		try {
			this.execution.begin(step, alone,
					(before, change, node, entries) -> use(approval, actor, why, before, change, node, entries));
		}
		catch (RuntimeException notBegun) {
			this.trail.record(actor, "approval.alone", step, "REFUSED", notBegun.getMessage(), facts);
			throw notBegun;
		}
		this.tidings.alone(approval, why);
	}

	private void demandTime(Approval approval, StepRun step) {
		if (approval.aloneFrom() == null || !this.targets.approvalRules(step).alone()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "The policy of " + approval.target().environment()
					+ " lets nobody go on alone. Reach somebody who may approve.");
		}
		if (!this.store.mayGoAlone(approval.id())) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Give the others the time that the policy sets before you go on alone.");
		}
	}

	private StepRun use(Approval approval, Actor actor, String why, StepRun before, StepChange change, String node,
			TimelineEntry... entries) {
		List<TimelineEntry> all = new ArrayList<>(List.of(entries));
		all.add(this.ledger.entry(actor, Kind.APPROVAL, before,
				actor.name() + " went on alone with " + before.shortTitle() + ", without a second person: " + why));
		StepRun claimed = this.store
			.use(approval, ApprovalState.ALONE, actor, why, before, change.done(), node,
					all.toArray(TimelineEntry[]::new))
			.orElseThrow(() -> this.open.gone(approval));
		this.ledger.changed(claimed.ref().run());
		return claimed;
	}

	/**
	 * A manager has looked at what somebody did alone.
	 * @param note what they make of it
	 * @throws Problem when the person may not, did it themselves, or it was reviewed
	 */
	public void review(ApprovalId id, String note) {
		Actor actor = this.authority.require(Permission.REVIEW_ALONE);
		Approval approval = this.store.find(id)
			.filter((found) -> found.state() == ApprovalState.ALONE)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "Nobody went on alone there. Reload the page."));
		if (approval.by(actor)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Nobody reviews what they did alone. Another manager looks at it.");
		}
		String said = this.redaction.typed(this.policy.requireReason(note));
		this.trail.requireWritable();
		if (!this.store.review(id, actor, said)) {
			throw new Problem(Category.STALE, "Somebody else has reviewed this in the meantime.");
		}
		StepRun step = this.ledger.require(approval.step());
		this.trail.record(actor, "approval.reviewed", step, "SUCCEEDED", said, Map.of("approval", id.toString()));
		this.ledger.note(actor, step, "Reviewed that " + approval.askedBy().name() + " went on alone: " + said);
	}

}
