package io.watchfloor.action.filter;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code sort}, in the C locale's order.
 *
 * @param separator of the fields; a blank's place when empty
 * @param from the first field of the key, from 1; 0 for the whole line
 * @param to the last field of the key; 0 for the line's end
 * @param order how keys compare
 * @param keyReversed whether only the key goes backwards
 * @param reverse whether everything goes backwards
 */
record Sort(String separator, int from, int to, Order order, boolean keyReversed, boolean reverse,
		boolean unique) implements TextFilter {

	private static final Pattern KEY = Pattern.compile("([1-9][0-9]?)(?:,([1-9][0-9]?))?([nrh]*)");

	private static final Pattern NUMBER = Pattern.compile("\\s*(-?[0-9]+(?:\\.[0-9]+)?|-?\\.[0-9]+)([KMGTPE]?)");

	private static final Pattern FIELD = Pattern.compile("[ \\t]*[^ \\t]+|[ \\t]+$");

	private static final String UNITS = "KMGTPE";

	private static final Map<String, String> LONGS = Map.of("--reverse", "r", "--numeric-sort", "n", "--unique", "u",
			"--key", "k", "--field-separator", "t", "--human-numeric-sort", "h");

	/** How keys compare. */
	enum Order {

		TEXT, NUMBER, SIZE

	}

	static Sort read(SimpleCommand stage) {
		Options options = Options.read(stage, "rnuh", "kt", LONGS);
		options.noOperands();
		Matcher key = KEY.matcher(options.value("k").orElse(""));
		boolean keyed = options.has("k");
		if (keyed && !key.matches()) {
			throw options.problem("the key '" + options.value("k").orElse("") + "' is not understood.");
		}
		String marks = (keyed ? key.group(3) : "") + (options.has("n") ? "n" : "") + (options.has("h") ? "h" : "");
		if (marks.contains("n") && marks.contains("h")) {
			throw options.problem("-n and -h exclude each other.");
		}
		if (options.has("u") && keyed) {
			throw options.problem("-u with a key is not understood.");
		}
		String separator = options.value("t").orElse("");
		if (separator.length() > 1) {
			throw options.problem("-t takes one character.");
		}
		Order order = marks.contains("n") ? Order.NUMBER : marks.contains("h") ? Order.SIZE : Order.TEXT;
		int to = (keyed && key.group(2) != null) ? Integer.parseInt(key.group(2)) : 0;
		return new Sort(separator, keyed ? Integer.parseInt(key.group(1)) : 0, to, order, marks.contains("r"),
				options.has("r"), options.has("u"));
	}

	@Override
	public List<String> apply(List<String> lines) {
		Comparator<String> byKey = switch (this.order) {
			case TEXT -> Comparator.comparing(this::key);
			case NUMBER -> Comparator.comparing((line) -> value(key(line), false));
			case SIZE -> Comparator.comparing((line) -> value(key(line), true));
		};
		boolean backwards = this.keyReversed && !this.reverse;
		Comparator<String> comparator = (backwards ? byKey.reversed() : byKey).thenComparing(Comparator.naturalOrder());
		return (this.unique ? lines.stream().distinct() : lines.stream())
			.sorted(this.reverse ? comparator.reversed() : comparator)
			.toList();
	}

	/** Without a separator the blanks before a field belong to it. */
	private String key(String line) {
		if (this.from == 0) {
			return line;
		}
		List<String> fields = this.separator.isEmpty() ? FIELD.matcher(line).results().map(MatchResult::group).toList()
				: List.of(line.split(Pattern.quote(this.separator), -1));
		int end = (this.to == 0) ? fields.size() : Math.min(this.to, fields.size());
		return (this.from > end) ? "" : String.join(this.separator, fields.subList(this.from - 1, end));
	}

	private static BigDecimal value(String key, boolean sized) {
		Matcher number = NUMBER.matcher(key);
		if (!number.lookingAt()) {
			return BigDecimal.ZERO;
		}
		int unit = sized && !number.group(2).isEmpty() ? UNITS.indexOf(number.group(2)) + 1 : 0;
		return new BigDecimal(number.group(1)).multiply(BigDecimal.valueOf(1024).pow(unit));
	}

}
