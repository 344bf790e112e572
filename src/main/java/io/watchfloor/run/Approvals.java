package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/**
 * The second person's answer. An approval is for exactly one plan of one attempt at one
 * step, is used once, and counts only until it expires by the store's clock. Whoever
 * asked is known by their id: another session, name or token makes nobody a second
 * person.
 */
@Service
public class Approvals {

	private final Authority authority;

	private final OpenApprovals open;

	private final ApprovalStore store;

	private final Permits permits;

	private final ConfirmationPolicy policy;

	private final Execution execution;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	private final Tidings tidings;

	Approvals(Authority authority, OpenApprovals open, ApprovalStore store, Permits permits, ConfirmationPolicy policy,
			Execution execution, StepLedger ledger, AuditTrail trail, Redaction redaction, Tidings tidings) {
		this.authority = authority;
		this.open = open;
		this.store = store;
		this.permits = permits;
		this.policy = policy;
		this.execution = execution;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
		this.tidings = tidings;
	}

	/**
	 * Approves another person's plan, which then starts.
	 * @param fingerprint of the plan that the person saw
	 * @throws Problem when the person may not, asked themselves, it is too late, the plan
	 * is no longer the one, whoever asked may not any more, or the audit log cannot be
	 * written; nothing was sent then
	 */
	public void approve(ApprovalId id, String fingerprint) {
		this.authority.requireSomewhere(Permission.APPROVE);
		Approval approval = this.open.require(id);
		Actor actor = this.authority.require(Permission.APPROVE, approval.scope());
		if (approval.by(actor)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Nobody approves their own request. Ask another person who may approve.");
		}
		StepRun step = this.open.step(approval, fingerprint);
		if (!this.permits.mayStillAsk(approval)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					approval.askedBy().name() + ", who asked, may not do this any more. It is sent back.");
		}
		this.trail.requireWritable();
		this.execution.begin(step, step.requiredConfirmation().approved(actor), (before, change, node, entries) -> {
			StepRun claimed = this.store
				.use(approval, ApprovalState.APPROVED, actor, "", before, change.done(), node, entries)
				.orElseThrow(() -> this.open.gone(approval));
			this.ledger.changed(claimed.ref().run());
			return claimed;
		});
		this.trail.record(actor, "approval.given", step, "SUCCEEDED", null, Map.of("approval", id.toString()));
		this.tidings.answered(approval, "approval.given", actor, actor.name() + " approved: " + approval.title());
	}

	/** Sends another person's plan back. */
	public void refuse(ApprovalId id, String reason) {
		this.authority.requireSomewhere(Permission.APPROVE);
		Approval approval = this.open.require(id);
		Actor actor = this.authority.require(Permission.APPROVE, approval.scope());
		String why = this.redaction.typed(this.policy.requireReason(reason));
		String message = actor.name() + " did not approve: " + why;
		end(approval, ApprovalState.REFUSED, actor, why, message, "approval.refused");
		this.tidings.answered(approval, "approval.refused", actor, approval.title() + ": " + message);
	}

	/** Takes one's own request back. */
	public void withdraw(ApprovalId id) {
		this.authority.requireSomewhere(Permission.OPERATE);
		Approval approval = this.open.require(id);
		Actor actor = this.authority.require(Permission.OPERATE, approval.scope());
		if (!approval.by(actor)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Only " + approval.askedBy().name() + ", who asked, can take this back. Refuse it instead.");
		}
		end(approval, ApprovalState.WITHDRAWN, actor, "", actor.name() + " withdrew the request.",
				"approval.withdrawn");
	}

	private void end(Approval approval, ApprovalState how, Actor actor, String why, String message, String action) {
		StepRun step = this.open.step(approval);
		StepRun back = this.open.giveBack(approval, step, how, actor, why, message)
			.orElseThrow(() -> this.open.gone(approval));
		this.trail.record(actor, action, back, "REFUSED", why, Map.of("approval", approval.id().toString()));
	}

}
