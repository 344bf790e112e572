package io.watchfloor.action.filter;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code sed -n 'A,Bp'}: prints some lines.
 *
 * @param first from 1
 * @param last inclusive
 */
record Lines(int first, int last) implements TextFilter {

	private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,5})(?:,([1-9][0-9]{0,5}|\\$))?p");

	static Lines read(SimpleCommand stage) {
		Options options = Options.read(stage, "n", "", Map.of("--quiet", "n", "--silent", "n"));
		Matcher range = RANGE.matcher(options.operand("the lines to print"));
		if (!options.has("n") || !range.matches()) {
			throw options.problem("only -n 'FIRST,LASTp' is understood.");
		}
		int first = Integer.parseInt(range.group(1));
		String last = range.group(2);
		return new Lines(first, (last == null) ? first : last.equals("$") ? Integer.MAX_VALUE : Integer.parseInt(last));
	}

	@Override
	public List<String> apply(List<String> lines) {
		int from = Math.min(this.first - 1, lines.size());
		return lines.subList(from, Math.max(from, Math.min(this.last, lines.size())));
	}

}
