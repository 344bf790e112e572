package io.watchfloor.action.redis;

import java.util.Locale;

/** Figures as people read them. */
final class Counts {

	private Counts() {
	}

	static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	static String keys(long number) {
		return number(number) + ((number == 1) ? " key" : " keys");
	}

	static String memory(long bytes) {
		return (bytes < 1 << 20) ? number(bytes) + " bytes"
				: String.format(Locale.ROOT, "%,.1f MiB", bytes / (double) (1 << 20));
	}

	static String share(long part, long whole) {
		return (whole == 0) ? "0 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
	}

}
