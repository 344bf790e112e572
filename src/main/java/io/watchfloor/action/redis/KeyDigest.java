package io.watchfloor.action.redis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A digest over a set of keys that does not depend on their order: the sums of two 64-bit
 * hashes of each. SCAN may return a key twice; it counts once.
 *
 * <p>
 * It marks change between two looks and is no proof against somebody who makes up names
 * to collide: what is deleted is what the server itself says matches, never what a digest
 * says. Two different sets share a digest by chance once in 2^128, and among ten million
 * keys two share the hash that tells repeats with a chance of 1 in 370,000.
 */
class KeyDigest {

	private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private final LongSet seen = new LongSet();

	private long first;

	private long second;

	/** Adds a key; false when it was there. */
	boolean add(byte[] key) {
		long one = key.length;
		long two = ~one;
		int at = 0;
		for (; at + Long.BYTES <= key.length; at += Long.BYTES) {
			long word = (long) WORD.get(key, at);
			one = murmur(one ^ word);
			two = stafford(two ^ word);
		}
		long rest = rest(key, at);
		one = murmur(one ^ rest);
		if (!this.seen.add(one)) {
			return false;
		}
		this.first += one;
		this.second += stafford(two ^ rest);
		return true;
	}

	private static long rest(byte[] key, int from) {
		long rest = 0;
		for (int at = from; at < key.length; at++) {
			rest = (rest << 8) | (key[at] & 0xff);
		}
		return rest;
	}

	/** MurmurHash3's last step: one-to-one, and each bit changes half of the others. */
	private static long murmur(long bits) {
		long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ (mixed >>> 33);
	}

	/** The same with the shifts and factors of Stafford's variant 13. */
	private static long stafford(long bits) {
		long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

	/** How many keys. */
	long count() {
		return this.seen.size();
	}

	/** The digest as 32 hexadecimal digits. */
	String text() {
		return HexFormat.of().toHexDigits(this.first) + HexFormat.of().toHexDigits(this.second);
	}

}
