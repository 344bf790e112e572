package io.watchfloor.run;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that mean something, by their first letters: "connections" meets "connection".
 */
final class Stems {

	private static final int LETTERS = 5;

	private static final Set<String> EMPTY = Set.of("check", "issue", "probl", "error", "servi", "step", "with", "from",
			"not", "and", "for", "are", "has", "due", "too", "the", "then", "when", "still", "this", "that", "its",
			"was", "were", "any", "only", "unles", "case", "more", "less", "than", "over", "above", "below", "look",
			"read", "show", "get", "need", "neede");

	private Stems() {
	}

	static Set<String> of(String text) {
		Set<String> stems = new HashSet<>();
		for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
			String stem = word.substring(0, Math.min(LETTERS, word.length()));
			if (word.length() > 2 && !EMPTY.contains(stem) && !Character.isDigit(word.charAt(0))) {
				stems.add(stem);
			}
		}
		return stems;
	}

	/** How many words two texts share. */
	static int common(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.retainAll(other);
		return both.size();
	}

}
