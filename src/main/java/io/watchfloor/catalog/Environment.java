package io.watchfloor.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.Risk;

/**
 * Where a system runs.
 *
 * @param name unique in its system: {@code production}, {@code sandbox}
 * @param production whether the friction ladder's production column applies
 * @param policy the catalog's deviations from the ladder, by risk
 * @param approval how a second person is waited for
 * @param targets what can be touched there
 */
public record Environment(String name, boolean production, Map<Risk, Friction> policy, ApprovalRules approval,
		List<Target> targets) {

	public Environment {
		policy = Map.copyOf(policy);
		targets = List.copyOf(targets);
	}

	/** An environment that waits for a second person as usual. */
	public Environment(String name, boolean production, Map<Risk, Friction> policy, List<Target> targets) {
		this(name, production, policy, ApprovalRules.STANDARD, targets);
	}

	/** What a person must do before an action of this risk runs here. */
	public Friction friction(Risk risk) {
		Friction deviation = this.policy.get(risk);
		return (deviation != null) ? deviation : Friction.standard(risk, this.production);
	}

	/** Finds a target by its name. */
	public Optional<Target> target(String targetName) {
		return this.targets.stream().filter((target) -> target.id().name().equals(targetName)).findFirst();
	}

}
