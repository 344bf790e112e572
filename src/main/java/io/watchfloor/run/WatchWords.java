package io.watchfloor.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a step's words that something is to be watched, and for how long. */
public final class WatchWords {

	private static final Pattern WRITTEN = Pattern.compile(
			"\\b(?:watch(?:ing)?|monitor(?:ing)?|observe|keep an eye on|stays?|remains?)\\b[^.\\n]*?"
					+ "\\bfor (?:at least |about |another |the next )?(\\d+|an?|five|ten|fifteen|twenty|thirty|sixty)"
					+ "(?:\\s*(?:-|–|to)\\s*\\d+)?[\\s-]*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, Integer> NUMBERS = Map.of("a", 1, "an", 1, "five", 5, "ten", 10, "fifteen", 15,
			"twenty", 20, "thirty", 30, "sixty", 60);

	private WatchWords() {
	}

	/** For how long a step wants something watched; empty when it does not. */
	public static Optional<Duration> length(FrozenStep step) {
		return length(step.title() + "\n" + step.text());
	}

	static Optional<Duration> length(String text) {
		Matcher written = WRITTEN.matcher(text);
		if (!written.find()) {
			return Optional.empty();
		}
		String word = written.group(1).toLowerCase(Locale.ROOT);
		long number = NUMBERS.containsKey(word) ? NUMBERS.get(word) : Long.parseLong(word);
		Duration length = switch (written.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
			case 's' -> Duration.ofSeconds(number);
			case 'h' -> Duration.ofHours(number);
			default -> Duration.ofMinutes(number);
		};
		return Optional.of(length).filter((time) -> time.isPositive() && time.compareTo(WatchTerms.LONGEST) <= 0);
	}

	/** The limit that the runbook gives for what is watched. */
	public static Optional<Limit> limit(FrozenStep step) {
		String expected = (step.expected() != null) ? "\n" + step.expected() : "";
		return Limit.in(step.title() + "\n" + step.text() + expected);
	}

}
