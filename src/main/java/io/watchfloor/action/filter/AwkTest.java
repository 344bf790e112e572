package io.watchfloor.action.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines an {@code awk} program takes: by number, by a pattern, or by a field's
 * value.
 *
 * @param left {@code NR}, {@code NF} or a field; {@code $0} before a pattern
 * @param operator a comparison, {@code ~} or {@code !~}
 * @param right a number or text to compare with
 * @param pattern to look for, with {@code ~} and {@code !~}
 */
record AwkTest(String left, String operator, String right, @Nullable Pattern pattern) {

	private static final java.util.regex.Pattern MATCH = java.util.regex.Pattern
		.compile("(?:(\\$(?:[0-9]{1,3}|NF))\\s*(!?~)\\s*)?(!?)/((?:[^/\\\\]|\\\\.)+)/");

	private static final java.util.regex.Pattern COMPARE = java.util.regex.Pattern
		.compile("(NR|NF|\\$(?:[0-9]{1,3}|NF))\\s*(==|!=|>=|<=|>|<)\\s*(-?[0-9]+(?:\\.[0-9]+)?|\"[^\"\\\\]*\")");

	private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

	static AwkTest read(Options options, String text) {
		Matcher match = MATCH.matcher(text);
		if (match.matches()) {
			boolean negated = "!~".equals(match.group(2)) != match.group(3).equals("!");
			if (match.group(1) != null && !match.group(3).isEmpty()) {
				throw options.problem("'" + text + "' is not understood.");
			}
			String regex = new PosixPattern(options, match.group(4), true).regex();
			return new AwkTest((match.group(1) != null) ? match.group(1) : "$0", negated ? "!~" : "~", "",
					PosixPattern.compile(options, regex, false));
		}
		Matcher compare = COMPARE.matcher(text);
		if (!compare.matches()) {
			throw options.problem("'" + text + "' is not understood; NR, a field's value and /text/ are.");
		}
		return new AwkTest(compare.group(1), compare.group(2), compare.group(3), null);
	}

	boolean holds(int number, String line, List<String> fields) {
		String value = switch (this.left) {
			case "NR" -> Integer.toString(number);
			case "NF" -> Integer.toString(fields.size());
			default -> Awk.field(this.left, line, fields);
		};
		if (this.pattern != null) {
			return this.pattern.matcher(value).find() == this.operator.equals("~");
		}
		int compared = compare(value);
		return switch (this.operator) {
			case "==" -> compared == 0;
			case "!=" -> compared != 0;
			case ">=" -> compared >= 0;
			case "<=" -> compared <= 0;
			case ">" -> compared > 0;
			default -> compared < 0;
		};
	}

	/** As numbers when both are, else as text, as awk does. */
	private int compare(String value) {
		if (this.right.startsWith("\"")) {
			return value.compareTo(this.right.substring(1, this.right.length() - 1));
		}
		return NUMBER.matcher(value).matches() ? new BigDecimal(value).compareTo(new BigDecimal(this.right))
				: value.compareTo(this.right);
	}

}
