package io.watchfloor.action.redis;

import java.util.Arrays;

/**
 * A set of evenly spread 64-bit numbers in 16 to 32 bytes each, so that ten million keys
 * fit into the memory of a small server.
 */
class LongSet {

	private long[] slots = new long[1 << 10];

	private long size;

	private boolean zero;

	/** Adds a number; false when it was there. */
	boolean add(long number) {
		if (number == 0) {
			boolean added = !this.zero;
			this.zero = true;
			return added;
		}
		if (this.size * 2 >= this.slots.length) {
			grow();
		}
		return insert(number);
	}

	private boolean insert(long number) {
		int mask = this.slots.length - 1;
		int slot = (int) number & mask;
		while (this.slots[slot] != 0) {
			if (this.slots[slot] == number) {
				return false;
			}
			slot = (slot + 1) & mask;
		}
		this.slots[slot] = number;
		this.size++;
		return true;
	}

	private void grow() {
		long[] old = this.slots;
		this.slots = new long[old.length * 2];
		this.size = 0;
		Arrays.stream(old).filter((number) -> number != 0).forEach(this::insert);
	}

	long size() {
		return this.size + (this.zero ? 1 : 0);
	}

}
