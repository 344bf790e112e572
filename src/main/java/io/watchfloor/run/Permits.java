package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Rights;
import io.watchfloor.security.Scope;
import org.springframework.stereotype.Component;

/**
 * Asks for permission where a run is: a role may count in that system or environment
 * only.
 */
@Component
class Permits {

	private final Authority authority;

	private final Rights rights;

	private final RunStore store;

	Permits(Authority authority, Rights rights, RunStore store) {
		this.authority = authority;
		this.rights = rights;
		this.store = store;
	}

	/** Demands that the person may act in a run at all. */
	Actor operate(RunId run) {
		if (this.authority.has(Permission.OPERATE)) {
			return this.authority.require(Permission.OPERATE);
		}
		// Whoever may act nowhere does not even learn whether there is such a run
		this.authority.requireSomewhere(Permission.OPERATE);
		Scope place = this.store.place(run)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + run + "."));
		return this.authority.require(Permission.OPERATE, place);
	}

	/** As above, for a step's run. */
	Actor operate(StepRef step) {
		return operate(step.run());
	}

	/** Demands that the person may do what is as grave as this step. */
	Actor change(StepRun step) {
		return this.authority.require(Permission.OPERATE, scope(step));
	}

	/** Whether the person may act in a run at all. */
	boolean mayOperate(RunId run) {
		return this.authority.has(Permission.OPERATE) || (this.authority.hasSomewhere(Permission.OPERATE)
				&& this.store.place(run).filter((place) -> this.authority.has(Permission.OPERATE, place)).isPresent());
	}

	/** Whether the person has a permission for what a step touches. */
	boolean has(Permission permission, StepRun step) {
		return this.authority.has(permission, scope(step));
	}

	/**
	 * Why those who confirmed a step would not be let do so now; empty while they would.
	 */
	Optional<String> lost(StepRun step) {
		Confirmation confirmation = step.requiredConfirmation();
		Actor second = confirmation.approvedBy();
		if (!this.rights.may(confirmation.by(), Permission.OPERATE, scope(step))) {
			return Optional.of(confirmation.by().name() + ", who confirmed it, may not do this any more.");
		}
		if (second != null && !this.rights.may(second, Permission.APPROVE, scope(step))) {
			return Optional.of(second.name() + ", who approved it, may not approve any more.");
		}
		return Optional.empty();
	}

	/** Whether whoever asked for an approval would still be let ask. */
	boolean mayStillAsk(Approval approval) {
		return this.rights.may(approval.askedBy(), Permission.OPERATE, approval.scope());
	}

	static Scope scope(StepRun step) {
		return new Scope(step.requiredTarget().system().value(), step.requiredTarget().environment(),
				step.frozen().risk());
	}

}
