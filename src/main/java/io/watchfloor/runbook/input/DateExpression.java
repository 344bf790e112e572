package io.watchfloor.runbook.input;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code date} as runbooks write it, in GNU's and BSD's way: an offset from now and a
 * format.
 *
 * @param offset what is added to now
 * @param format the letters of {@code strftime}
 */
record DateExpression(TemporalAmount offset, String format) {

	private static final Pattern GNU = Pattern.compile(
			"(?:-d|--date)[= ]?[\"']?\\s*-?(?<count>\\d{1,5})\\s*(?<unit>second|minute|min|hour|day|week|month)s?(?<ago>\\s+ago)?[\"']?");

	private static final Pattern NOW = Pattern
		.compile("(?:-d|--date)[= ]?[\"']?\\s*(?<word>yesterday|today|now)[\"']?");

	private static final Pattern BSD = Pattern.compile("-v\\s?-(?<count>\\d{1,5})(?<unit>[SMHdwm])");

	private static final Pattern FORMAT = Pattern.compile("[\"']?\\+[\"']?(?<format>[^\"']*)[\"']?");

	private static final Map<Character, String> LETTERS = Map.ofEntries(Map.entry('Y', "uuuu"), Map.entry('m', "MM"),
			Map.entry('d', "dd"), Map.entry('H', "HH"), Map.entry('M', "mm"), Map.entry('S', "ss"),
			Map.entry('F', "uuuu-MM-dd"), Map.entry('T', "HH:mm:ss"), Map.entry('y', "uu"), Map.entry('j', "DDD"),
			Map.entry('Z', "'UTC'"), Map.entry('R', "HH:mm"), Map.entry('s', ""), Map.entry('N', "nnnnnnnnn"));

	private static final Pattern LETTER = Pattern.compile("%(.)");

	private static final String ISO = "%Y-%m-%dT%H:%M:%SZ";

	static Optional<DateExpression> parse(String command) {
		String rest = command.substring("date".length()).strip();
		rest = rest.replaceFirst("^(-u|--utc)(\\s+|$)", "");
		TemporalAmount offset = Duration.ZERO;
		for (Pattern pattern : new Pattern[] { GNU, NOW, BSD }) {
			Matcher matcher = pattern.matcher(rest);
			if (matcher.find()) {
				offset = (pattern == NOW) ? word(matcher.group("word")) : amount(matcher, pattern == GNU);
				rest = (rest.substring(0, matcher.start()) + rest.substring(matcher.end())).strip();
				break;
			}
		}
		rest = rest.replaceFirst("(^|\\s)(-u|--utc)(\\s|$)", " ").strip();
		if (rest.matches("-Iseconds|--iso-8601=seconds")) {
			return Optional.of(new DateExpression(offset, ISO));
		}
		if (rest.matches("-I|--iso-8601")) {
			return Optional.of(new DateExpression(offset, "%F"));
		}
		Matcher format = FORMAT.matcher(rest);
		boolean known = format.matches()
				&& format.group("format").replaceAll("%%", "").matches("(?:[^%]|%[YmdHMSFTyjZRsN])*");
		return known ? Optional.of(new DateExpression(offset, format.group("format"))) : Optional.empty();
	}

	private static TemporalAmount word(String word) {
		return word.equals("yesterday") ? Duration.ofDays(-1) : Duration.ZERO;
	}

	private static TemporalAmount amount(Matcher matcher, boolean gnu) {
		int count = Integer.parseInt(matcher.group("count"));
		boolean back = !gnu || matcher.group("ago") != null || matcher.group().matches(".*[=\"' ]\\s*-\\d.*");
		int signed = back ? -count : count;
		String unit = gnu ? matcher.group("unit") : matcher.group("unit").replace("m", "month");
		return switch (unit) {
			case "second", "S" -> Duration.ofSeconds(signed);
			case "minute", "min", "M" -> Duration.ofMinutes(signed);
			case "hour", "H" -> Duration.ofHours(signed);
			case "week", "w" -> Duration.ofDays(7L * signed);
			case "month" -> Period.ofMonths(signed);
			default -> Duration.ofDays(signed);
		};
	}

	/** What the command would print, in UTC. */
	String at(Instant now) {
		ZonedDateTime then = now.atZone(ZoneOffset.UTC).plus(this.offset);
		return LETTER.matcher(this.format)
			.replaceAll((found) -> Matcher.quoteReplacement(printed(found.group(1).charAt(0), then)));
	}

	private static String printed(char letter, ZonedDateTime then) {
		return switch (letter) {
			case '%' -> "%";
			case 's' -> String.valueOf(then.toEpochSecond());
			default -> DateTimeFormatter.ofPattern(LETTERS.getOrDefault(letter, "''"), Locale.ROOT).format(then);
		};
	}

}
