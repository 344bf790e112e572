package io.watchfloor.action.kubernetes;

import java.util.Comparator;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** Compares values of the same kind; text with a number is an error, as for kubectl. */
final class PathComparison {

	private PathComparison() {
	}

	static boolean holds(JsonNode left, String operator, JsonNode right) {
		int order = order(left, right);
		return switch (operator) {
			case "==" -> order == 0;
			case "!=" -> order != 0;
			case "<" -> order < 0;
			case "<=" -> order <= 0;
			case ">" -> order > 0;
			case ">=" -> order >= 0;
			default -> throw new IllegalArgumentException(operator);
		};
	}

	private static int order(JsonNode left, JsonNode right) {
		if (left.isString() && right.isString()) {
			return left.stringValue().compareTo(right.stringValue());
		}
		if (left.isNumber() && right.isNumber()) {
			return left.decimalValue().compareTo(right.decimalValue());
		}
		if (left.isBoolean() && right.isBoolean()) {
			return Boolean.compare(left.booleanValue(), right.booleanValue());
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD,
				"The path compares " + left.getNodeType() + " with " + right.getNodeType() + ".");
	}

	/**
	 * The order of {@code --sort-by}: nothing first, quantities, then text with numbers
	 * in it.
	 */
	static Comparator<String> natural() {
		return (left, right) -> {
			var quantities = Quantity.parse(left).flatMap((a) -> Quantity.parse(right).map(a::compareTo));
			return quantities.orElseGet(() -> NaturalOrder.compare(left, right));
		};
	}

}
