package io.watchfloor.action.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Asks an engine for a container's log. */
final class LogReading {

	static final int MOST_BYTES = 2 * 1024 * 1024;

	private static final Pattern SPAN = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

	private LogReading() {
	}

	/** The path of the request. */
	static String path(String container, LogOptions options, Instant now) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("stdout", "1");
		query.put("stderr", "1");
		query.put("tail", options.lines());
		if (options.timestamps()) {
			query.put("timestamps", "1");
		}
		if (!options.since().isEmpty()) {
			query.put("since", seconds(options.since(), now));
		}
		if (!options.until().isEmpty()) {
			query.put("until", seconds(options.until(), now));
		}
		return "/containers/" + Engine.part(container) + "/logs" + Engine.query(query);
	}

	/** Docker's times: {@code 10m}, {@code 1h30m}, seconds since 1970, a date. */
	private static String seconds(String time, Instant now) {
		Matcher span = SPAN.matcher(time);
		if (span.matches()) {
			Duration ago = Duration.ofHours(number(span.group(1)))
				.plusMinutes(number(span.group(2)))
				.plusSeconds(number(span.group(3)));
			return Long.toString(now.minus(ago).getEpochSecond());
		}
		if (time.matches("[0-9]{9,11}(\\.[0-9]{1,9})?")) {
			return time;
		}
		try {
			String whole = time.matches("\\d{4}-\\d\\d-\\d\\d") ? time + "T00:00:00Z"
					: time.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? time : time + "Z";
			return Long.toString(Instant.parse(whole).getEpochSecond());
		}
		catch (DateTimeParseException unreadable) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"'" + time + "' is no time that is understood: 10m, " + "2026-01-31 or 2026-01-31T03:00:00Z are.",
					unreadable);
		}
	}

	private static long number(@Nullable String digits) {
		return (digits == null) ? 0 : Long.parseLong(digits);
	}

}
