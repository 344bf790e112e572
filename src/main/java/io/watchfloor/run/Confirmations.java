package io.watchfloor.run;

import java.util.Map;
import java.util.Set;

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

	Confirmations(Authority authority, StepLedger ledger, Planner planner, ConfirmationPolicy policy, AuditTrail trail,
			Execution execution, Redaction redaction) {
		this.authority = authority;
		this.ledger = ledger;
		this.planner = planner;
		this.policy = policy;
		this.trail = trail;
		this.execution = execution;
		this.redaction = redaction;
	}

	/**
	 * Works out the plan from live state and stores it with its fingerprint. When it
	 * cannot, the step says why.
	 * @throws Problem when the person may not, or the step is past this
	 */
	public StepRun preview(StepRef ref) {
		Actor actor = this.authority.require(Permission.OPERATE);
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
	 * {@link #approve(StepRef, String)}.
	 * @param fingerprint of the plan that the person saw
	 * @param reason why; may be empty where the policy demands none
	 * @param typedName the target's name as typed; may be empty where the policy does not
	 * demand it
	 * @throws Problem when the person may not, the policy is not met, the plan is no
	 * longer the one, or the audit log cannot be written; nothing was sent then
	 */
	public void confirm(StepRef ref, String fingerprint, String reason, String typedName) {
		Actor actor = this.authority.require(Permission.OPERATE);
		StepRun step = requirePlan(ref, StepState.PLANNED, fingerprint);
		Friction friction = this.policy.check(step, reason, typedName);
		String why = this.redaction.typed(reason);
		this.trail.requireWritable();
		Confirmation confirmation = new Confirmation(actor, this.ledger.now(), why, null);
		if (friction.secondPerson()) {
			this.ledger.save(step, step.to(StepState.AWAITING_APPROVAL).confirmed(confirmation).message(null),
					this.ledger.entry(actor, Kind.APPROVAL, step,
							"Asks a second person to approve " + step.shortTitle()));
			return;
		}
		this.execution.begin(step, confirmation);
	}

	/**
	 * Approves another person's plan, which then starts.
	 * @throws Problem when the person may not, asked themselves, or the plan is no longer
	 * the one
	 */
	public void approve(StepRef ref, String fingerprint) {
		Actor actor = this.authority.require(Permission.APPROVE);
		StepRun step = requirePlan(ref, StepState.AWAITING_APPROVAL, fingerprint);
		Confirmation confirmation = step.requiredConfirmation();
		if (confirmation.by().id().equals(actor.id())) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Nobody approves their own request. Ask another person who may approve.");
		}
		this.trail.requireWritable();
		this.execution.begin(step, confirmation.approved(actor));
	}

	/** Sends a plan back to who asked; a person may also withdraw their own. */
	public void refuse(StepRef ref, String reason) {
		String caller = this.authority.require(Permission.VIEW).id();
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.state() != StepState.AWAITING_APPROVAL) {
			throw new Problem(Category.STALE,
					"'" + step.shortTitle() + "' waits for nobody's approval. Look at it again.");
		}
		boolean own = step.requiredConfirmation().by().id().equals(caller);
		Actor actor = this.authority.require(own ? Permission.OPERATE : Permission.APPROVE);
		String why = this.redaction.typed(this.policy.requireReason(reason));
		String message = actor.name() + (own ? " withdrew the request." : " did not approve: " + why);
		String entry = own ? "Withdrew the request for " + step.shortTitle()
				: "Did not approve " + step.shortTitle() + ": " + why;
		StepRun back = this.ledger.save(step, step.to(StepState.PLANNED).confirmed(null).message(message),
				this.ledger.entry(actor, Kind.APPROVAL, step, entry));
		this.trail.record(actor, "step.refused", back, "REFUSED", why, Map.of("why", "not approved"));
	}

	private StepRun requirePlan(StepRef ref, StepState state, String fingerprint) {
		StepRun step = this.ledger.requireUnderWay(ref);
		Planned planned = step.planned();
		if (step.state() != state || planned == null || !planned.fingerprint().equals(fingerprint)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle()
					+ "' no longer waits with the plan you saw: somebody was faster, or the plan was read again. Look at it again.");
		}
		return step;
	}

}
