package io.watchfloor.run;

import io.watchfloor.catalog.ApprovalRules;
import io.watchfloor.catalog.Friction;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Component;

/** Holds a confirmation against the environment's policy. */
@Component
class ConfirmationPolicy {

	private final Authority authority;

	private final Targets targets;

	private final AuditTrail trail;

	private final Permits permits;

	ConfirmationPolicy(Authority authority, Targets targets, AuditTrail trail, Permits permits) {
		this.authority = authority;
		this.targets = targets;
		this.trail = trail;
		this.permits = permits;
	}

	Demands demands(StepRun step) {
		Friction friction = this.targets.friction(step);
		return new Demands(friction, step.requiredTarget().name(), this.authority.steppedUp(),
				this.permits.has(Permission.OPERATE, step), this.permits.has(Permission.APPROVE, step),
				this.trail.hindrance());
	}

	Friction check(StepRun step, String reason, String typedName) {
		Friction friction = this.targets.friction(step);
		meet(friction, step, reason, typedName);
		return friction;
	}

	private void meet(Friction friction, StepRun step, String reason, String typedName) {
		if (friction.reason()) {
			requireReason(reason);
		}
		String name = step.requiredTarget().name();
		if (friction.typeName() && !typedName.strip().equals(name)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"The policy here wants the target's name typed. Type '" + name + "'.");
		}
		if (friction.stepUp() && !this.authority.steppedUp()) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"The policy here wants your password again, no older than ten minutes. Give it and confirm again.");
		}
	}

	/** Whatever the policy says: a reason, the name typed, the password again. */
	String demandAll(StepRun step, String reason, String typedName) {
		meet(new Friction(true, true, true, false), step, reason, typedName);
		return reason.strip();
	}

	ApprovalRules approvalRules(StepRun step) {
		return this.targets.approvalRules(step);
	}

	String requireReason(String reason) {
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"A reason is needed; it goes to the audit log and the timeline. Write one.");
		}
		return reason.strip();
	}

}
