package io.watchfloor.catalog.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {

	private Nearest() {
	}

	/** Returns the known word that is at most a third of its letters away. */
	static Optional<String> to(String word, Collection<String> known) {
		return known.stream()
			.filter((candidate) -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
			.min(Comparator.comparingInt((String candidate) -> distance(word, candidate)).thenComparing((c) -> c));
	}

	/** Levenshtein's distance, letter case aside. */
	private static int distance(String left, String right) {
		String a = left.toLowerCase(Locale.ROOT);
		String b = right.toLowerCase(Locale.ROOT);
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int above = row[j];
				int change = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[b.length()];
	}

}
