package io.watchfloor.action.aws.line;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Scalars as they stand in words; what is none stays text and is refused by the shape.
 */
final class Scalars {

	private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");

	private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

	private Scalars() {
	}

	static Object whole(String text) {
		if (!WHOLE.matcher(text).matches()) {
			return text;
		}
		long number = Long.parseLong(text);
		return small(number);
	}

	/** As JSON gives numbers back. */
	private static Object small(long number) {
		if (number == (int) number) {
			return (int) number;
		}
		return number;
	}

	static Object decimal(String text) {
		return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
	}

	static Object flag(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			case String other -> other;
		};
	}

}
