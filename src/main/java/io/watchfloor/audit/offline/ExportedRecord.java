package io.watchfloor.audit.offline;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of an export, or one row of the table.
 *
 * @param sequence from 1 without a gap
 * @param recordedAt to the microsecond
 * @param actorId who
 * @param actorName who, by name
 * @param action what
 * @param target to what
 * @param planFingerprint of which plan
 * @param reason why
 * @param result how it ended
 * @param details further facts
 * @param previousHash 64 hexadecimal digits
 * @param hash 64 hexadecimal digits
 */
public record ExportedRecord(long sequence, Instant recordedAt, String actorId, String actorName, String action,
		String target, @Nullable String planFingerprint, @Nullable String reason, String result,
		Map<String, String> details, String previousHash, String hash) {

}
