package io.watchfloor.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Reading;

/**
 * A figure that something is held against: "over 10 s", "below 1 %".
 *
 * @param comparison on which side
 * @param number of what
 * @param unit as written, in its shortest form; empty when none is named
 */
public record Limit(Comparison comparison, double number, String unit) {

	private static final Pattern WRITTEN = Pattern.compile(
			"(<=|>=|<|>|≤|≥|\\bbelow|\\bunder|\\b(?:less|lower|fewer) than|\\bat most|\\bno more than|\\babove|\\bover"
					+ "|\\b(?:more|greater|higher|longer) than|\\bat least|\\bexceeds?|\\bexceeding)\\s*"
					+ "(\\d+(?:[.,]\\d+)?)\\s*(%|[a-zA-Z]{1,12})?",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("seconds", "s"), Map.entry("second", "s"),
			Map.entry("sec", "s"), Map.entry("secs", "s"), Map.entry("milliseconds", "ms"), Map.entry("minutes", "min"),
			Map.entry("minute", "min"), Map.entry("mins", "min"), Map.entry("hours", "h"), Map.entry("hour", "h"),
			Map.entry("percent", "%"), Map.entry("pct", "%"));

	/** Units that are always the same amount of another. */
	private static final Map<String, Double> SECONDS = Map.of("ms", 0.001, "s", 1.0, "min", 60.0, "h", 3600.0);

	/** Words behind a number that are no unit of it. */
	private static final Pattern NO_UNIT = Pattern.compile("for|and|or|in|the|then|of|per|when|while|at|on|to|is|if");

	/** On which side of the number something is. */
	public enum Comparison {

		/** Smaller. */
		BELOW("below"),
		/** Smaller or the same. */
		AT_MOST("at most"),
		/** Greater. */
		ABOVE("above"),
		/** Greater or the same. */
		AT_LEAST("at least");

		private final String words;

		Comparison(String words) {
			this.words = words;
		}

		/** As people say it. */
		public String words() {
			return this.words;
		}

		boolean holds(double value, double number) {
			return switch (this) {
				case BELOW -> value < number;
				case AT_MOST -> value <= number;
				case ABOVE -> value > number;
				case AT_LEAST -> value >= number;
			};
		}

	}

	/** The first limit that a text names. */
	public static Optional<Limit> in(String text) {
		Matcher written = WRITTEN.matcher(text);
		if (!written.find()) {
			return Optional.empty();
		}
		String unit = (written.group(3) != null) ? written.group(3) : "";
		return Optional.of(new Limit(comparison(written.group(1).toLowerCase(Locale.ROOT)),
				Double.parseDouble(written.group(2).replace(',', '.')),
				NO_UNIT.matcher(unit).matches() ? "" : shortest(unit)));
	}

	private static Comparison comparison(String word) {
		return switch (word) {
			case "<=", "≤", "at most", "no more than" -> Comparison.AT_MOST;
			case ">=", "≥", "at least" -> Comparison.AT_LEAST;
			case "<", "below", "under", "less than", "lower than", "fewer than" -> Comparison.BELOW;
			case String _ -> Comparison.ABOVE;
		};
	}

	private static String shortest(String unit) {
		return SHORT.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
	}

	/** Whether a figure is on that side; empty when it cannot be compared for certain. */
	public Optional<Boolean> holds(Reading reading) {
		Double value = reading.value();
		if (!reading.known() || value == null || value.isNaN()) {
			return Optional.empty();
		}
		String theirs = shortest((reading.unit() != null) ? reading.unit().strip() : "");
		if (this.unit.isEmpty() || this.unit.equalsIgnoreCase(theirs)) {
			return Optional.of(this.comparison.holds(value, this.number));
		}
		Double mine = SECONDS.get(this.unit);
		Double other = SECONDS.get(theirs);
		return (mine != null && other != null) ? Optional.of(this.comparison.holds(value * other, this.number * mine))
				: Optional.empty();
	}

	/** "below 1 %". */
	public String words() {
		String figure = (this.number == Math.rint(this.number)) ? Long.toString((long) this.number)
				: Double.toString(this.number);
		return this.comparison.words() + " " + figure + (this.unit.isEmpty() ? "" : " " + this.unit);
	}

}
