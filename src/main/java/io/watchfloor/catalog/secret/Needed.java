package io.watchfloor.catalog.secret;

import java.util.Locale;

/**
 * Words of which a text must hold one to be worth a closer look. The first three letters
 * of each are told apart in 64 ways, which one pass over a text gathers.
 */
final class Needed {

	private static final int LETTERS = 3;

	private static final long[] KNOWN = new long[1 << 12];

	private final String[] words;

	private long bits;

	/**
	 * Takes the words.
	 * @param words in ASCII, of at least three characters each
	 */
	Needed(String... words) {
		this.words = words.clone();
		for (String word : words) {
			int window = 0;
			for (char each : word.toLowerCase(Locale.ROOT).substring(0, LETTERS).toCharArray()) {
				window = next(window, each);
			}
			long bit = 1L << (place(window) & 63);
			this.bits |= bit;
			KNOWN[place(window)] |= bit;
		}
	}

	/**
	 * Which beginnings of any words a text holds; in whatever case, and some that it does
	 * not.
	 */
	static long hints(String text) {
		long hints = 0;
		int window = 0;
		for (int at = 0; at < text.length(); at++) {
			window = next(window, text.charAt(at));
			hints |= KNOWN[place(window)];
		}
		return hints;
	}

	/** Whether a text with these hints holds one of the words, in whatever case. */
	boolean in(String text, long hints) {
		if ((this.bits & hints) == 0) {
			return false;
		}
		for (String word : this.words) {
			int last = text.length() - word.length();
			for (int at = 0; at <= last; at++) {
				if (text.regionMatches(true, at, word, 0, word.length())) {
					return true;
				}
			}
		}
		return false;
	}

	// Capital and small letters of ASCII differ in one bit
	private static int next(int window, char c) {
		return ((window << 8) | ((c | 0x20) & 0xFF)) & 0xFFFFFF;
	}

	private static int place(int window) {
		return (window * 0x9E3779B1) >>> 20;
	}

}
