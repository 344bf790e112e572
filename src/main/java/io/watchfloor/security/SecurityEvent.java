package io.watchfloor.security;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Auditable;

/**
 * Something about people, sessions or sign-in that the audit log holds.
 *
 * @param actor who did it
 * @param action as {@code noun.verb}: {@code session.signed-in}
 * @param target a person's name
 * @param result {@code SUCCEEDED}, {@code FAILED} or {@code REFUSED}
 * @param details further facts; never a secret
 */
public record SecurityEvent(Actor actor, String action, String target, String result,
		Map<String, String> details) implements Auditable {

	public SecurityEvent {
		details = Map.copyOf(details);
	}

	/** Something that worked. */
	public static SecurityEvent done(Actor actor, String action, String target, Map<String, String> details) {
		return new SecurityEvent(actor, action, target, "SUCCEEDED", details);
	}

	/** Something that was refused to somebody who has not signed in. */
	public static SecurityEvent refused(String action, String target, Map<String, String> details) {
		return new SecurityEvent(new Actor("anonymous", "Nobody signed in"), action, target, "REFUSED", details);
	}

}
