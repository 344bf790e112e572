package io.watchfloor.action.redis;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest over a set of keys that does not depend on their order: the sum of their
 * SHA-256 digests, in four lanes of 64 bits. SCAN may return a key twice; it counts once.
 */
class KeyDigest {

	private final MessageDigest sha256;

	private final LongSet seen = new LongSet();

	private final long[] lanes = new long[4];

	KeyDigest() {
		try {
			this.sha256 = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("every JDK has SHA-256", missing);
		}
	}

	/** Adds a key; false when it was there. */
	boolean add(byte[] key) {
		ByteBuffer digest = ByteBuffer.wrap(this.sha256.digest(key));
		if (!this.seen.add(digest.getLong(0))) {
			return false;
		}
		for (int lane = 0; lane < this.lanes.length; lane++) {
			this.lanes[lane] += digest.getLong();
		}
		return true;
	}

	/** How many keys. */
	long count() {
		return this.seen.size();
	}

	/** The digest as 64 hexadecimal digits. */
	String text() {
		StringBuilder text = new StringBuilder(64);
		for (long lane : this.lanes) {
			text.append(HexFormat.of().toHexDigits(lane));
		}
		return text.toString();
	}

}
