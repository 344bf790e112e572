package io.watchfloor.action.compose;

import java.util.Locale;

/** Sizes as Docker prints them: decimal units. */
final class Amount {

	private static final String[] UNITS = { "B", "kB", "MB", "GB", "TB", "PB" };

	private Amount() {
	}

	static String bytes(long bytes) {
		return bytes((double) bytes);
	}

	static String bytes(double bytes) {
		double amount = bytes;
		int unit = 0;
		while (amount >= 1000 && unit < UNITS.length - 1) {
			amount /= 1000;
			unit++;
		}
		String text = (amount >= 100 || unit == 0) ? String.format(Locale.ROOT, "%.0f", amount) : (amount >= 10)
				? String.format(Locale.ROOT, "%.1f", amount) : String.format(Locale.ROOT, "%.2f", amount);
		return text + UNITS[unit];
	}

}
