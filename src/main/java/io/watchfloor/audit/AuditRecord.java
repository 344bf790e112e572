package io.watchfloor.audit;

import java.time.Instant;
import java.util.Map;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log as it stands there.
 *
 * @param sequence from 1 without a gap
 * @param recordedAt when, to the microsecond
 * @param actor who
 * @param action what, as {@code noun.verb}
 * @param target to what
 * @param planFingerprint the plan it belongs to, 64 hexadecimal digits
 * @param reason why, in the actor's words
 * @param result {@code INTENDED}, {@code SUCCEEDED}, {@code FAILED}, {@code REFUSED} or
 * {@code UNKNOWN}
 * @param details further facts
 * @param previousHash the hash of the record before, 64 hexadecimal digits; zeros in the
 * first
 * @param hash the hash over all of the above, 64 hexadecimal digits
 */
public record AuditRecord(long sequence, Instant recordedAt, Actor actor, String action, String target,
		@Nullable String planFingerprint, @Nullable String reason, String result, Map<String, String> details,
		String previousHash, String hash) {

	public AuditRecord {
		details = Map.copyOf(details);
	}

	/** Whether it is the next record after this head. */
	public boolean follows(ChainHead head) {
		return this.sequence == head.sequence() + 1 && this.previousHash.equals(head.hash());
	}

	/** Where the chain stands when this is its last record. */
	public ChainHead head() {
		return new ChainHead(this.sequence, this.hash);
	}

}
