package io.watchfloor.sandbox.sample;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the application keeps in its cache for one key.
 *
 * @param value a score or a price
 * @param computedAt when it was worked out
 */
public record CachedValue(int value, Instant computedAt) {

	/** From this age on the application refuses a value. */
	public static final Duration STALE_AFTER = Duration.ofHours(24);

	private static final Pattern SHAPE = Pattern.compile("\\{\"value\":(\\d{1,9}),\"computed_at\":\"([^\"]+)\"}");

	/** Reads it; empty when it is not ours. */
	public static Optional<CachedValue> parse(String json) {
		var matcher = SHAPE.matcher(json);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new CachedValue(Integer.parseInt(matcher.group(1)), Instant.parse(matcher.group(2))));
		}
		catch (DateTimeException notATime) {
			return Optional.empty();
		}
	}

	/** Whether it is too old to be used. */
	public boolean stale(Instant now) {
		return this.computedAt.isBefore(now.minus(STALE_AFTER));
	}

	/** The text that is stored. */
	public String json() {
		return "{\"value\":" + this.value + ",\"computed_at\":\"" + this.computedAt + "\"}";
	}

}
