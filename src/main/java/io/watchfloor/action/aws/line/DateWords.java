package io.watchfloor.action.aws.line;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.model.Moment;
import io.watchfloor.command.Word;

/**
 * Reads <code>$(date -u -d '1 hour ago' +%Y-%m-%dT%H:%M:%SZ)</code> and its like as a
 * time from now. Whatever else {@code date} can do is not understood.
 */
final class DateWords {

	private static final Pattern DATE = Pattern.compile("(?:\\$\\(|`)\\s*date\\s+(.*?)\\s*(?:\\)|`)", Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"$`]*)\"|([^\\s'\"$`]+)");

	private static final Pattern AGO = Pattern
		.compile("([-+]?)\\s*([0-9]{1,6})\\s*(second|sec|minute|min|hour|day|week)s?(\\s+ago)?");

	private static final Pattern SHIFT = Pattern.compile("-v([-+])([0-9]{1,6})([SMHdw])");

	private static final Map<String, Duration> UNITS = Map.ofEntries(Map.entry("second", Duration.ofSeconds(1)),
			Map.entry("sec", Duration.ofSeconds(1)), Map.entry("minute", Duration.ofMinutes(1)),
			Map.entry("min", Duration.ofMinutes(1)), Map.entry("hour", Duration.ofHours(1)),
			Map.entry("day", Duration.ofDays(1)), Map.entry("week", Duration.ofDays(7)),
			Map.entry("S", Duration.ofSeconds(1)), Map.entry("M", Duration.ofMinutes(1)),
			Map.entry("H", Duration.ofHours(1)), Map.entry("d", Duration.ofDays(1)),
			Map.entry("w", Duration.ofDays(7)));

	/** Formats that lose nothing but fractions of a second. */
	private static final Pattern MOMENT = Pattern
		.compile("\\+(%Y-%m-%dT%H:%M:%S|%Y-%m-%dT%T|%FT%T|%Y-%m-%dT%H:%M)(Z|%z|%:z|\\+00:00|\\.000Z)?");

	private DateWords() {
	}

	/** A time from now as the model spells it; empty for any other word. */
	static Optional<String> read(Word word) {
		List<Word.Part> parts = word.parts();
		if (parts.isEmpty() || !(parts.getFirst() instanceof Word.Expansion(Word.Expansion.Kind kind, String source))
				|| kind != Word.Expansion.Kind.COMMAND) {
			return Optional.empty();
		}
		boolean thousand = parts.size() == 2 && parts.get(1) instanceof Word.Literal(String text) && text.equals("000");
		Matcher date = DATE.matcher(source);
		return (date.matches() && (parts.size() == 1 || thousand)) ? date(date.group(1), thousand) : Optional.empty();
	}

	private static Optional<String> date(String words, boolean thousand) {
		Duration fromNow = Duration.ZERO;
		boolean utc = false;
		String format = "";
		Matcher word = WORD.matcher(words);
		int end = 0;
		boolean date = false;
		while (word.find()) {
			if (!words.substring(end, word.start()).isBlank()) {
				return Optional.empty();
			}
			end = word.end();
			String text = (word.group(1) != null) ? word.group(1)
					: (word.group(2) != null) ? word.group(2) : word.group(3);
			Optional<Duration> shift = date ? ago(text) : shift(text);
			if (date && shift.isEmpty()) {
				return Optional.empty();
			}
			fromNow = fromNow.plus(shift.orElse(Duration.ZERO));
			boolean taken = date || shift.isPresent();
			date = !date && (text.equals("-d") || text.equals("--date"));
			utc |= text.equals("-u") || text.equals("--utc");
			if (!taken && text.startsWith("--date=") && ago(text.substring(7)).isPresent()) {
				fromNow = fromNow.plus(ago(text.substring(7)).orElseThrow());
			}
			else if (!taken && text.startsWith("+") && format.isEmpty()) {
				format = text;
			}
			else if (!taken && !date && !text.equals("-u") && !text.equals("--utc")) {
				return Optional.empty();
			}
		}
		return (date || !words.substring(end).isBlank()) ? Optional.empty() : spell(fromNow, format, utc, thousand);
	}

	private static Optional<String> spell(Duration fromNow, String format, boolean utc, boolean thousand) {
		String moment = Moment.relative(fromNow).toString();
		if (format.equals("+%s")) {
			return Optional.of(thousand ? moment.replaceFirst("s$", "ms") : moment);
		}
		if (format.equals("+%s000") || format.equals("+%s%3N")) {
			return thousand ? Optional.empty() : Optional.of(moment.replaceFirst("s$", "ms"));
		}
		Matcher iso = MOMENT.matcher(format);
		boolean offset = iso.matches() && iso.group(2) != null && iso.group(2).startsWith("%");
		return (iso.matches() && !thousand && (utc || offset || iso.group(2) == null)) ? Optional.of(moment)
				: Optional.empty();
	}

	private static Optional<Duration> ago(String text) {
		Matcher ago = AGO.matcher(text.strip());
		if (!ago.matches()) {
			return text.strip().equals("now") ? Optional.of(Duration.ZERO)
					: text.strip().equals("yesterday") ? Optional.of(Duration.ofDays(-1)) : Optional.empty();
		}
		boolean past = ago.group(1).equals("-") ^ (ago.group(4) != null);
		return unit(ago.group(3), ago.group(2)).map((shift) -> past ? shift.negated() : shift);
	}

	private static Optional<Duration> shift(String text) {
		Matcher shift = SHIFT.matcher(text);
		return shift.matches()
				? unit(shift.group(3), shift.group(2)).map((by) -> shift.group(1).equals("-") ? by.negated() : by)
				: Optional.empty();
	}

	private static Optional<Duration> unit(String name, String count) {
		return Optional.ofNullable(UNITS.get(name)).map((unit) -> unit.multipliedBy(Long.parseLong(count)));
	}

}
