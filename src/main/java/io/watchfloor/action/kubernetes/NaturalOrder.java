package io.watchfloor.action.kubernetes;

import java.math.BigInteger;

/** Orders text so that {@code api-2} stands before {@code api-10}. */
final class NaturalOrder {

	private NaturalOrder() {
	}

	static int compare(String left, String right) {
		int i = 0;
		int j = 0;
		while (i < left.length() && j < right.length()) {
			if (digit(left, i) && digit(right, j)) {
				int endLeft = endOfDigits(left, i);
				int endRight = endOfDigits(right, j);
				int order = new BigInteger(left.substring(i, endLeft))
					.compareTo(new BigInteger(right.substring(j, endRight)));
				if (order != 0) {
					return order;
				}
				i = endLeft;
				j = endRight;
			}
			else if (left.charAt(i) != right.charAt(j)) {
				return Character.compare(left.charAt(i), right.charAt(j));
			}
			else {
				i++;
				j++;
			}
		}
		return Integer.compare(left.length() - i, right.length() - j);
	}

	private static boolean digit(String text, int at) {
		return text.charAt(at) >= '0' && text.charAt(at) <= '9';
	}

	private static int endOfDigits(String text, int from) {
		int end = from;
		while (end < text.length() && digit(text, end)) {
			end++;
		}
		return end;
	}

}
