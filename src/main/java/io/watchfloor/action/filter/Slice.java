package io.watchfloor.action.filter;

import java.util.List;
import java.util.Map;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code head} and {@code tail}.
 *
 * @param kind which lines
 * @param lines how many, or from which one
 */
record Slice(Kind kind, int lines) implements TextFilter {

	/** Which lines are kept. */
	enum Kind {

		FIRST, ALL_BUT_LAST, LAST, FROM

	}

	static Slice head(SimpleCommand stage) {
		Options options = Options.read(stage, "q", "n#", Map.of("--lines", "n", "--quiet", "q"));
		options.noOperands();
		String count = options.value("n").or(() -> options.value("#")).orElse("10");
		boolean but = count.startsWith("-");
		return new Slice(but ? Kind.ALL_BUT_LAST : Kind.FIRST, number(options, but ? count.substring(1) : count));
	}

	static Slice tail(SimpleCommand stage) {
		Options options = Options.read(stage, "q", "n#", Map.of("--lines", "n", "--quiet", "q"));
		if (options.operands().size() == 1 && options.operands().getFirst().matches("\\+[0-9]{1,6}")) {
			return new Slice(Kind.FROM, number(options, options.operands().getFirst().substring(1)));
		}
		options.noOperands();
		String count = options.value("n").or(() -> options.value("#")).orElse("10");
		boolean from = count.startsWith("+");
		String digits = (from || count.startsWith("-")) ? count.substring(1) : count;
		return new Slice(from ? Kind.FROM : Kind.LAST, number(options, digits));
	}

	private static int number(Options options, String digits) {
		if (!digits.matches("[0-9]{1,6}")) {
			throw options.problem("'" + digits + "' is no number of lines.");
		}
		return Integer.parseInt(digits);
	}

	@Override
	public List<String> apply(List<String> all) {
		int size = all.size();
		return switch (this.kind) {
			case FIRST -> all.subList(0, Math.min(this.lines, size));
			case ALL_BUT_LAST -> all.subList(0, Math.max(0, size - this.lines));
			case LAST -> all.subList(Math.max(0, size - this.lines), size);
			case FROM -> all.subList(Math.min(Math.max(0, this.lines - 1), size), size);
		};
	}

}
