package io.watchfloor.action;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.command.SimpleCommand;

/**
 * Reads the stages after a command as filters. Only plain text is understood as
 * {@code grep}'s pattern: what a regular expression would read otherwise is not.
 */
public final class LineFilters {

	private static final Pattern PLAIN = Pattern.compile("[^\\\\.\\[\\]*^$?+{}()|\\n]+");

	private static final int MOST_LINES = 10_000;

	private LineFilters() {
	}

	/**
	 * Reads stages.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD} for any
	 * other stage or flag
	 */
	public static List<LineFilter> read(List<SimpleCommand> stages) {
		return stages.stream().map(LineFilters::read).toList();
	}

	private static LineFilter read(SimpleCommand stage) {
		Arguments arguments = Arguments.of(stage, Set.of());
		return switch (stage.tool().orElse("")) {
			case "grep" -> grep(arguments);
			case "head" -> new LineFilter(LineFilter.Kind.FIRST, "", false, count(arguments));
			case "tail" -> new LineFilter(LineFilter.Kind.LAST, "", false, count(arguments));
			default -> throw arguments.problem("is not understood after a bar; grep, head and tail are.");
		};
	}

	private static LineFilter grep(Arguments arguments) {
		boolean ignoreCase = false;
		boolean invert = false;
		boolean fixed = false;
		String word = arguments.nextLiteral("the text to look for");
		while (Set.of("-i", "-v", "-F").contains(word)) {
			ignoreCase |= word.equals("-i");
			invert |= word.equals("-v");
			fixed |= word.equals("-F");
			word = arguments.nextLiteral("the text to look for");
		}
		if (word.equals("-e")) {
			word = arguments.nextLiteral("the text to look for");
		}
		else if (word.startsWith("-")) {
			throw arguments.problem("the flag " + word + " is not understood.");
		}
		if (!fixed && !PLAIN.matcher(word).matches()) {
			throw arguments.problem("'" + word + "' is a regular expression; only plain text is understood.");
		}
		arguments.end();
		return new LineFilter(invert ? LineFilter.Kind.NOT_CONTAINING : LineFilter.Kind.CONTAINING, word, ignoreCase,
				0);
	}

	private static int count(Arguments arguments) {
		if (!arguments.more()) {
			return 10;
		}
		String flag = arguments.nextLiteral("a flag");
		if (!flag.equals("-n") && !flag.matches("-[0-9]{1,4}")) {
			throw arguments.problem("'" + flag + "' is not understood; -n NUMBER is.");
		}
		int lines = flag.equals("-n") ? arguments.nextNumber("the number of lines", 1, MOST_LINES)
				: Integer.parseInt(flag.substring(1));
		arguments.end();
		return lines;
	}

}
