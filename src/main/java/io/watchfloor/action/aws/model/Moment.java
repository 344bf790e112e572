package io.watchfloor.action.aws.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time on a command line: a moment, or so long before or after now. Without an offset
 * it is taken for UTC.
 *
 * @param at the moment; absent when it is relative
 * @param fromNow negative for the past
 */
public record Moment(@Nullable Instant at, Duration fromNow) {

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

	private static final Pattern RELATIVE = Pattern.compile("now([+-])([0-9]{1,9})s");

	/** So long before or after now. */
	public static Moment relative(Duration fromNow) {
		return new Moment(null, fromNow);
	}

	/**
	 * Reads {@code 2026-01-31}, {@code 2026-01-31T12:00:00Z}, with or without seconds,
	 * fraction and offset, seconds since 1970, and what {@link #toString} writes.
	 */
	public static Optional<Moment> parse(String text) {
		Matcher relative = RELATIVE.matcher(text);
		if (relative.matches()) {
			long seconds = Long.parseLong(relative.group(2));
			return Optional.of(relative(Duration.ofSeconds(relative.group(1).equals("-") ? -seconds : seconds)));
		}
		if (SECONDS.matcher(text).matches()) {
			return Optional.of(new Moment(Instant.ofEpochSecond(Long.parseLong(text)), Duration.ZERO));
		}
		return absolute(text.replaceFirst("^([0-9-]{10}) ", "$1T").replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2"))
			.map((at) -> new Moment(at, Duration.ZERO));
	}

	/**
	 * A time from now where a service takes it as a number: {@code now-3600s} in seconds,
	 * {@code now-3600ms} the same in milliseconds.
	 */
	public static Optional<ToLongFunction<Instant>> epoch(String text) {
		boolean millis = text.endsWith("ms");
		String relative = millis ? text.substring(0, text.length() - 2) + "s" : text;
		if (!RELATIVE.matcher(relative).matches()) {
			return Optional.empty();
		}
		return parse(relative).map((
				moment) -> (now) -> millis ? moment.resolve(now).toEpochMilli() : moment.resolve(now).getEpochSecond());
	}

	private static Optional<Instant> absolute(String text) {
		try {
			if (!text.contains("T")) {
				return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
			}
			boolean offset = text.endsWith("Z") || text.matches(".*T.*[+-][0-9:]+");
			return Optional.of(offset ? OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
		}
		catch (DateTimeException notTime) {
			return Optional.empty();
		}
	}

	/** The moment that is meant now. */
	public Instant resolve(Instant now) {
		return (this.at != null) ? this.at : now.plus(this.fromNow);
	}

	@Override
	public String toString() {
		if (this.at != null) {
			return this.at.toString();
		}
		return "now" + (this.fromNow.isNegative() ? "-" : "+") + this.fromNow.abs().toSeconds() + "s";
	}

}
