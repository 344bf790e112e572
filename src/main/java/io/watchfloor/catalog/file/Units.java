package io.watchfloor.catalog.file;

import java.time.Duration;
import java.time.Period;

import io.watchfloor.catalog.Span;

/** The spellings of time in {@code system.yaml}, as the schema describes them. */
final class Units {

	private Units() {
	}

	/** Reads {@code 90s}, {@code 15m}, {@code 4h} or {@code 1d}. */
	static Duration duration(String text) {
		long count = Long.parseLong(text.substring(0, text.length() - 1));
		char unit = text.charAt(text.length() - 1);
		return switch (unit) {
			case 's' -> Duration.ofSeconds(count);
			case 'm' -> Duration.ofMinutes(count);
			case 'h' -> Duration.ofHours(count);
			case 'd' -> Duration.ofDays(count);
			default -> throw new IllegalArgumentException("a duration ends with s, m, h or d: " + text);
		};
	}

	/** Reads {@code 15m} or {@code 1h..2h}. */
	static Span span(String text) {
		int dots = text.indexOf("..");
		return (dots < 0) ? new Span(duration(text), duration(text))
				: new Span(duration(text.substring(0, dots)), duration(text.substring(dots + 2)));
	}

	/**
	 * Reads {@code day}, {@code week}, {@code month}, {@code quarter} or {@code 90 days}.
	 */
	static Period period(String text) {
		return switch (text) {
			case "day" -> Period.ofDays(1);
			case "week" -> Period.ofWeeks(1);
			case "month" -> Period.ofMonths(1);
			case "quarter" -> Period.ofMonths(3);
			default -> Period.ofDays(Integer.parseInt(text.substring(0, text.indexOf(' '))));
		};
	}

}
