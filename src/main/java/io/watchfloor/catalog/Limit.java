package io.watchfloor.catalog;

import java.math.BigDecimal;

/**
 * The values that are bad.
 *
 * @param comparison on which side of the value
 * @param value in the threshold's unit
 */
public record Limit(Comparison comparison, BigDecimal value) {

	/** Reads {@code > 0.5}, {@code >= 3}, {@code < 20} or {@code <= 0}. */
	public static Limit parse(String text) {
		int signs = text.startsWith("=", 1) ? 2 : 1;
		return new Limit(Comparison.of(text.substring(0, signs)), new BigDecimal(text.substring(signs).strip()));
	}

	/** Whether a measured value is bad. */
	public boolean reached(BigDecimal measured) {
		int order = measured.compareTo(this.value);
		return switch (this.comparison) {
			case ABOVE -> order > 0;
			case AT_LEAST -> order >= 0;
			case BELOW -> order < 0;
			case AT_MOST -> order <= 0;
		};
	}

	@Override
	public String toString() {
		return this.comparison.sign + " " + this.value.toPlainString();
	}

	/** On which side of a limit values are bad. */
	public enum Comparison {

		/** Greater than the limit. */
		ABOVE(">"),
		/** The limit or greater. */
		AT_LEAST(">="),
		/** Less than the limit. */
		BELOW("<"),
		/** The limit or less. */
		AT_MOST("<=");

		private final String sign;

		Comparison(String sign) {
			this.sign = sign;
		}

		private static Comparison of(String sign) {
			for (Comparison comparison : values()) {
				if (comparison.sign.equals(sign)) {
					return comparison;
				}
			}
			throw new IllegalArgumentException("a limit starts with >, >=, < or <=: " + sign);
		}

	}

}
