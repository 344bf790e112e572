package io.watchfloor.security;

import io.watchfloor.kernel.Risk;

/**
 * What somebody is about to touch, and how gravely: law 6, permission is risk ×
 * environment × system.
 *
 * @param system the system's id
 * @param environment the environment's name
 * @param risk at worst
 */
public record Scope(String system, String environment, Risk risk) {

	/** As a path: {@code shop/production}. */
	public String place() {
		return this.system + "/" + this.environment;
	}

}
