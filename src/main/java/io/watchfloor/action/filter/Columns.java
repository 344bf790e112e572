package io.watchfloor.action.filter;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code column -t}: aligns fields.
 *
 * @param separator between fields; blanks when empty
 */
record Columns(String separator) implements TextFilter {

	static Columns read(SimpleCommand stage) {
		Options options = Options.read(stage, "t", "s", Map.of("--table", "t", "--separator", "s"));
		options.noOperands();
		if (!options.has("t")) {
			throw options.problem("only -t is understood.");
		}
		return new Columns(options.value("s").orElse(""));
	}

	@Override
	public List<String> apply(List<String> lines) {
		List<List<String>> rows = lines.stream().filter((line) -> !line.isBlank()).map(this::fields).toList();
		int columns = rows.stream().mapToInt(List::size).max().orElse(0);
		int[] widths = IntStream.range(0, columns)
			.map((column) -> rows.stream()
				.filter((row) -> row.size() > column)
				.mapToInt((row) -> row.get(column).length())
				.max()
				.orElse(0))
			.toArray();
		return rows.stream().map((row) -> line(row, widths)).toList();
	}

	private List<String> fields(String line) {
		return List.of(this.separator.isEmpty() ? line.strip().split("\\s+")
				: line.split("[" + Pattern.quote(this.separator) + "]+"));
	}

	private static String line(List<String> row, int[] widths) {
		return IntStream.range(0, row.size())
			.mapToObj((i) -> (i == row.size() - 1) ? row.get(i) : pad(row.get(i), widths[i]))
			.collect(Collectors.joining("  "));
	}

	private static String pad(String text, int width) {
		return text + " ".repeat(width - text.length());
	}

}
