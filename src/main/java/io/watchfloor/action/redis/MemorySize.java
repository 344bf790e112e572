package io.watchfloor.action.redis;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sizes as Redis does: {@code 4gb} is 4 times 1024³ bytes, {@code 4g} 4 times
 * 1000³.
 */
final class MemorySize {

	private static final Pattern SHAPE = Pattern.compile("(-?[0-9]{1,18})(b|kb?|mb?|gb?)?");

	private static final Map<String, Long> UNITS = Map.of("b", 1L, "k", 1_000L, "kb", 1L << 10, "m", 1_000_000L, "mb",
			1L << 20, "g", 1_000_000_000L, "gb", 1L << 30);

	private MemorySize() {
	}

	/** The bytes, or the text in lower case when it is no size. */
	static Object bytes(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		Matcher matcher = SHAPE.matcher(lower);
		if (!matcher.matches()) {
			return lower;
		}
		String unit = matcher.group(2);
		return new BigInteger(matcher.group(1))
			.multiply(BigInteger.valueOf((unit != null) ? UNITS.getOrDefault(unit, 1L) : 1));
	}

}
