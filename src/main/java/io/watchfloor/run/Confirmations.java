package io.watchfloor.run;

import java.util.Map;
import java.util.Set;

import io.watchfloor.catalog.ApprovalRules;
import io.watchfloor.catalog.Friction;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** Previews a change, and takes a person's confirmation of exactly that plan. */
@Service
public class Confirmations {

	private static final Set<StepState> MAY_PREVIEW = Set.of(StepState.READY, StepState.PLANNED, StepState.FAILED);

	private final Authority authority;

	private final StepLedger ledger;

	private final Planner planner;

	private final ConfirmationPolicy policy;

	private final AuditTrail trail;

	private final Execution execution;

	private final Redaction redaction;

	private final Permits permits;

	private final ApprovalStore approvals;

	private final Tidings tidings;

	Confirmations(Authority authority, StepLedger ledger, Planner planner, ConfirmationPolicy policy, AuditTrail trail,
			Execution execution, Redaction redaction, Permits permits, ApprovalStore approvals, Tidings tidings) {
		this.authority = authority;
		this.ledger = ledger;
		this.planner = planner;
		this.policy = policy;
		this.trail = trail;
		this.execution = execution;
		this.redaction = redaction;
		this.permits = permits;
		this.approvals = approvals;
		this.tidings = tidings;
	}

	/**
	 * Works out the plan from live state and stores it with its fingerprint. When it
	 * cannot, the step says why.
	 * @throws Problem when the person may not, or the step is past this
	 */
	public StepRun preview(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.frozen().kind() != StepKind.CHANGE || !MAY_PREVIEW.contains(step.state())) {
			throw new Problem(Category.STALE,
					"'" + step.shortTitle() + "' cannot be previewed now; it is " + step.state() + ".");
		}
		return this.planner.plan(step, actor);
	}

	/** What a person must give to confirm, and what stands in the way. */
	public Demands demands(StepRef ref) {
		this.authority.require(Permission.VIEW);
		return this.policy.demands(this.ledger.require(ref));
	}

	/**
	 * Accepts exactly one plan. Returns when the intent is durable; the step goes on by
	 * itself. Where the policy wants a second person, it waits for
	 * {@link Approvals#approve}.
	 * @param fingerprint of the plan that the person saw
	 * @param reason why; may be empty where the policy demands none
	 * @param typedName the target's name as typed; may be empty where the policy does not
	 * demand it
	 * @throws Problem when the person may not, the policy is not met, the plan is no
	 * longer the one, or the audit log cannot be written; nothing was sent then
	 */
	public void confirm(StepRef ref, String fingerprint, String reason, String typedName) {
		this.permits.operate(ref);
		StepRun step = requirePlan(ref, fingerprint);
		Actor actor = this.permits.change(step);
		Friction friction = this.policy.check(step, reason, typedName);
		String why = this.redaction.typed(reason);
		this.trail.requireWritable();
		Confirmation confirmation = new Confirmation(actor, this.ledger.now(), why, null);
		if (friction.secondPerson()) {
			ask(step, confirmation);
			return;
		}
		this.execution.begin(step, confirmation);
	}

	private void ask(StepRun step, Confirmation confirmation) {
		ApprovalRules rules = this.policy.approvalRules(step);
		Actor actor = confirmation.by();
		Approval asked = this.approvals
			.ask(step, step.to(StepState.AWAITING_APPROVAL).confirmed(confirmation).message(null).done(),
					rules.expires(), rules.reachable() ? rules.aloneAfter() : null,
					this.ledger.entry(actor, Kind.APPROVAL, step,
							"Asks a second person to approve " + step.shortTitle()))
			.orElseThrow(() -> StepLedger.overtaken(step));
		this.ledger.changed(step.ref().run());
		this.trail.record(actor, "approval.asked", step, "SUCCEEDED", confirmation.reason(),
				Map.of("approval", asked.id().toString(), "expires", asked.expiresAt().toString()));
		this.tidings.asked(asked);
	}

	private StepRun requirePlan(StepRef ref, String fingerprint) {
		StepRun step = this.ledger.requireUnderWay(ref);
		Planned planned = step.planned();
		if (step.state() != StepState.PLANNED || planned == null || !planned.fingerprint().equals(fingerprint)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle()
					+ "' no longer waits with the plan you saw: somebody was faster, or the plan was read again. Look at it again.");
		}
		return step;
	}

}
