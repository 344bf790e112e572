package io.watchfloor.runbook.proposal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them, in the file's spelling. What is not clear is left out. */
final class Times {

	private static final String UNIT = "(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|(?:business )?days?|d)";

	private static final Pattern ONE = Pattern
		.compile("(?:<|<=|≤|~|within|up to|max\\.?|about)?\\s*(\\d{1,5})\\s*" + UNIT + "(?:\\s*max)?\\.?");

	private static final Pattern TWO = Pattern
		.compile("(\\d{1,5})\\s*" + UNIT + "?\\s*(?:-|–|to)\\s*(\\d{1,5})\\s*" + UNIT);

	private static final Pattern DAYS = Pattern.compile("every (\\d{1,3}) days|(\\d{1,3}) days");

	private Times() {
	}

	/** {@code 15m}. */
	static Optional<String> duration(String text) {
		String plain = plain(text);
		if (plain.matches("immediate(ly)?|at once|0")) {
			return Optional.of("0m");
		}
		Matcher one = ONE.matcher(plain);
		return one.matches() ? Optional.of(Integer.parseInt(one.group(1)) + unit(one.group(2))) : Optional.empty();
	}

	/** {@code 15m} or {@code 1h..2h}. */
	static Optional<String> span(String text) {
		Matcher two = TWO.matcher(plain(text));
		if (two.matches()) {
			String unit = unit(two.group(4));
			String first = (two.group(2) != null) ? unit(two.group(2)) : unit;
			return Optional.of(Integer.parseInt(two.group(1)) + first + ".." + Integer.parseInt(two.group(3)) + unit);
		}
		return duration(text);
	}

	/** {@code week}, {@code 90 days}. */
	static Optional<String> every(String text) {
		String plain = plain(text);
		Matcher days = DAYS.matcher(plain);
		if (days.find()) {
			return Optional.of((days.group(1) != null ? days.group(1) : days.group(2)) + " days");
		}
		String word = plain.replaceAll("[^a-z].*", "");
		return switch (word) {
			case "daily", "nightly" -> Optional.of("day");
			case "weekly" -> Optional.of("week");
			case "monthly" -> Optional.of("month");
			case "quarterly" -> Optional.of("quarter");
			case "annually", "yearly" -> Optional.of("365 days");
			case "every" -> Optional.of(plain.replaceFirst("every ", ""))
				.filter((rest) -> rest.matches("(day|week|month|quarter)( .*)?"))
				.map((rest) -> rest.replaceAll(" .*", ""));
			case String other -> Optional.empty();
		};
	}

	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
	}

	private static String unit(String word) {
		return word.startsWith("business") ? "d" : word.substring(0, 1);
	}

}
