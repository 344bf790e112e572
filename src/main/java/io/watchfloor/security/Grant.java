package io.watchfloor.security;

import io.watchfloor.kernel.Risk;

/**
 * A role that counts in some places only. What it leaves open is blank.
 *
 * @param role operator or approver; nothing else is bound to a place
 * @param system the one system where it counts; blank for every one
 * @param environment the one environment where it counts; blank for every one
 * @param upTo the gravest risk it reaches
 */
public record Grant(Role role, String system, String environment, Risk upTo) {

	public Grant {
		system = system.strip();
		environment = environment.strip();
		if (!limitable(role)) {
			throw new IllegalArgumentException(role + " is not bound to places");
		}
	}

	/** Whether a role can be bound to places. */
	public static boolean limitable(Role role) {
		return role == Role.OPERATOR || role == Role.APPROVER;
	}

	/** Whether it counts there. */
	public boolean covers(Scope scope) {
		return (this.system.isEmpty() || this.system.equals(scope.system()))
				&& (this.environment.isEmpty() || this.environment.equals(scope.environment()))
				&& scope.risk().compareTo(this.upTo) <= 0;
	}

}
