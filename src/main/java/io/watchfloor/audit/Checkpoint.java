package io.watchfloor.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed statement that the chain had this record, kept outside the database.
 *
 * @param sequence of the record
 * @param hash of the record, 64 hexadecimal digits
 * @param instant when it was signed
 * @param signature Ed25519 over {@link #signed()}, in Base64
 */
record Checkpoint(long sequence, String hash, Instant instant, String signature) {

	/** What is signed: four lines, each ended by a line feed. */
	byte[] signed() {
		return signed(this.sequence, this.hash, this.instant);
	}

	static byte[] signed(long sequence, String hash, Instant instant) {
		return "watchfloor-checkpoint-1\n%d\n%s\n%s\n".formatted(sequence, hash, instant)
			.getBytes(StandardCharsets.US_ASCII);
	}

}
