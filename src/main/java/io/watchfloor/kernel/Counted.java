package io.watchfloor.kernel;

import java.util.Locale;

/** A number with its noun: "1 record", "18,412 records". */
public final class Counted {

	private Counted() {
	}

	/**
	 * With a noun whose plural ends in s.
	 * @param number how many
	 * @param noun of one
	 */
	public static String of(long number, String noun) {
		return of(number, noun, noun + "s");
	}

	/**
	 * With any noun.
	 * @param number how many
	 * @param one the noun of one
	 * @param many the noun of none or several
	 */
	public static String of(long number, String one, String many) {
		return String.format(Locale.ENGLISH, "%,d %s", number, (number == 1) ? one : many);
	}

}
