package io.watchfloor.catalog;

import io.watchfloor.kernel.Risk;

/**
 * What a person must do, beyond one confirmation, before an action runs.
 *
 * @param reason give a reason
 * @param typeName type the target's name
 * @param stepUp have signed in, or given the password again, within ten minutes
 * @param secondPerson have a second person approve the same plan
 */
public record Friction(boolean reason, boolean typeName, boolean stepUp, boolean secondPerson) {

	/** A single confirmation. */
	public static final Friction CONFIRM = new Friction(false, false, false, false);

	/** The ladder's default for a risk. */
	public static Friction standard(Risk risk, boolean production) {
		return switch (risk) {
			case READ, REVERSIBLE -> CONFIRM;
			case DISRUPTIVE -> new Friction(production, false, false, false);
			case DESTRUCTIVE -> new Friction(production, true, production, production);
		};
	}

}
