package io.watchfloor.catalog.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds many texts in one pass: the first four characters of each are marked in a small
 * table, and only where that says so a text is compared. All texts have four characters
 * at least.
 */
final class Finder {

	static final int SHORTEST = 4;

	/** 32 KB, which a processor keeps at hand. */
	private static final int BITS = 18;

	private final long[] marked = new long[1 << (BITS - 6)];

	private final Map<Long, String[]> byBeginning = new HashMap<>();

	private final String[] sorted;

	private final int longest;

	Finder(Collection<String> wanted) {
		this.sorted = wanted.stream().distinct().sorted().toArray(String[]::new);
		this.longest = Arrays.stream(this.sorted).mapToInt(String::length).max().orElse(0);
		Map<Long, List<String>> groups = new HashMap<>();
		for (String each : this.sorted) {
			long beginning = beginning(each, 0);
			int bit = bit(beginning);
			this.marked[bit >>> 6] |= 1L << bit;
			groups.computeIfAbsent(beginning, (_) -> new ArrayList<>()).add(each);
		}
		groups.forEach((beginning, group) -> this.byBeginning.put(beginning,
				group.stream().sorted(Comparator.comparingInt(String::length).reversed()).toArray(String[]::new)));
	}

	/** How long the longest text is; 0 when there is none. */
	int longest() {
		return this.longest;
	}

	/** Hands out every place, in order of their beginnings; they may overlap. */
	void find(String text, Found found) {
		if (this.sorted.length == 0) {
			return;
		}
		long window = 0;
		for (int end = 1; end <= text.length(); end++) {
			window = (window << 16) | text.charAt(end - 1);
			if (end < SHORTEST) {
				continue;
			}
			int bit = bit(window);
			if ((this.marked[bit >>> 6] & (1L << bit)) != 0) {
				int start = end - SHORTEST;
				String longestHere = at(text, start, window);
				if (longestHere != null) {
					found.at(start, start + longestHere.length());
				}
			}
		}
	}

	private @Nullable String at(String text, int start, long window) {
		String[] group = this.byBeginning.get(window);
		if (group != null) {
			for (String each : group) {
				if (text.startsWith(each, start)) {
					return each;
				}
			}
		}
		return null;
	}

	/** Whether a text can begin here; it may turn out that none does. */
	boolean mayBegin(String text, int start) {
		if (text.length() - start < SHORTEST) {
			return true;
		}
		int bit = bit(beginning(text, start));
		return (this.marked[bit >>> 6] & (1L << bit)) != 0;
	}

	/** The shortest text that goes on where the beginning ends; null when none does. */
	@Nullable String continuing(String beginning) {
		int place = Arrays.binarySearch(this.sorted, beginning);
		int next = (place >= 0) ? place + 1 : -place - 1;
		String shortest = null;
		// Of texts that go on alike, a few tell enough
		for (int more = next; more < Math.min(next + 8, this.sorted.length); more++) {
			String each = this.sorted[more];
			if (!each.startsWith(beginning)) {
				break;
			}
			shortest = (shortest == null || each.length() < shortest.length()) ? each : shortest;
		}
		return shortest;
	}

	private static long beginning(String text, int start) {
		long window = 0;
		for (int at = start; at < start + SHORTEST; at++) {
			window = (window << 16) | text.charAt(at);
		}
		return window;
	}

	private static int bit(long window) {
		return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
	}

	/** Hears of places. */
	@FunctionalInterface
	interface Found {

		/** A text stands from one index up to, and without, another. */
		void at(int start, int end);

	}

}
