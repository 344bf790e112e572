package io.watchfloor.action.kubernetes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' quantities: {@code 250m}, {@code 128Mi}, {@code 1e3}. */
final class Quantity {

	private static final Pattern SHAPE = Pattern
		.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");

	private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

	private static final Map<String, Integer> DECIMAL = Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T",
			12, "P", 15, "E", 18);

	private Quantity() {
	}

	static Optional<BigDecimal> parse(String text) {
		Matcher matcher = SHAPE.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		BigDecimal number = new BigDecimal(matcher.group(1));
		String suffix = matcher.group(2);
		if (suffix == null) {
			return Optional.of(number);
		}
		if (BINARY.contains(suffix)) {
			return Optional.of(number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix) + 1)));
		}
		Integer power = DECIMAL.get(suffix);
		return Optional.of(number.scaleByPowerOfTen((power != null) ? power : Integer.parseInt(suffix.substring(1))));
	}

	/** {@code 250m}: thousandths of a core, rounded up as kubectl does. */
	static String milli(String text) {
		return parse(text).map((value) -> value.movePointRight(3).setScale(0, RoundingMode.CEILING) + "m").orElse(text);
	}

	/** {@code 128Mi}, cut as kubectl does. */
	static String mebi(String text) {
		return parse(text).map((value) -> value.divide(BigDecimal.valueOf(1L << 20), 0, RoundingMode.DOWN) + "Mi")
			.orElse(text);
	}

	/** {@code 37%} of a whole. */
	static String share(String part, String whole) {
		return parse(part)
			.flatMap((a) -> parse(whole).filter((b) -> b.signum() > 0)
				.map((b) -> a.multiply(BigDecimal.valueOf(100)).divide(b, 0, RoundingMode.DOWN) + "%"))
			.orElse("<unknown>");
	}

}
