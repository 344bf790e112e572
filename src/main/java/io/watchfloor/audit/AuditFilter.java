package io.watchfloor.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which records to show.
 *
 * @param text words that actor, action, target and reason together begin with; blank for
 * all
 * @param action the whole action; blank for all
 * @param result the whole result; blank for all
 * @param from recorded at or after
 * @param until recorded before
 */
public record AuditFilter(String text, String action, String result, @Nullable Instant from, @Nullable Instant until) {

	/** Every record. */
	public static final AuditFilter ALL = new AuditFilter("", "", "", null, null);

	public AuditFilter {
		text = text.strip();
		action = action.strip();
		result = result.strip();
	}

	/** Whether it lets every record through. */
	public boolean all() {
		return ALL.equals(this);
	}

}
