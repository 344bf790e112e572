package io.watchfloor.audit;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded.
 *
 * @param actor who
 * @param action what, as {@code noun.verb}: {@code step.intended}
 * @param target to what
 * @param planFingerprint the plan it belongs to, 64 hexadecimal digits
 * @param reason why, in the actor's words
 * @param result {@code INTENDED}, {@code SUCCEEDED}, {@code FAILED}, {@code REFUSED} or
 * {@code UNKNOWN}
 * @param details further facts; never a secret
 */
public record AuditEntry(Actor actor, String action, String target, @Nullable String planFingerprint,
		@Nullable String reason, String result, Map<String, String> details) {

	public AuditEntry {
		details = Map.copyOf(details);
	}

}
