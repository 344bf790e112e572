package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lays out rows as psql prints them, so that a filter behind psql finds the same lines.
 */
final class PsqlText {

	private PsqlText() {
	}

	static String of(Rows rows, Layout layout) {
		if (layout.unaligned()) {
			return layout.expanded() ? expandedUnaligned(rows, layout) : unaligned(rows, layout);
		}
		return layout.expanded() ? expanded(rows, layout) : aligned(rows, layout);
	}

	private static String unaligned(Rows rows, Layout layout) {
		List<String> lines = new ArrayList<>();
		if (!layout.tuplesOnly()) {
			lines.add(String.join(layout.separator(), rows.columns()));
		}
		rows.rows().forEach((row) -> lines.add(String.join(layout.separator(), row)));
		if (!layout.tuplesOnly()) {
			lines.add(footer(rows));
		}
		return String.join("\n", lines);
	}

	private static String footer(Rows rows) {
		return "(" + rows.rows().size() + ((rows.rows().size() == 1) ? " row)" : " rows)");
	}

	private static String expandedUnaligned(Rows rows, Layout layout) {
		return rows.rows()
			.stream()
			.map((row) -> IntStream.range(0, row.size())
				.mapToObj((at) -> rows.columns().get(at) + layout.separator() + row.get(at))
				.collect(Collectors.joining("\n")))
			.collect(Collectors.joining("\n\n"));
	}

	private static String aligned(Rows rows, Layout layout) {
		int[] widths = IntStream.range(0, rows.columns().size())
			.map((at) -> IntStream
				.concat(IntStream.of(width(rows.columns().get(at))),
						rows.rows().stream().mapToInt((row) -> width(row.get(at))))
				.max()
				.orElse(0))
			.toArray();
		List<String> lines = new ArrayList<>();
		if (!layout.tuplesOnly()) {
			lines.add(line(rows.columns(), (text, at) -> centred(text, widths[at])));
			lines.add(IntStream.of(widths).mapToObj((width) -> "-".repeat(width + 2)).collect(Collectors.joining("+")));
		}
		rows.rows().forEach((row) -> multiline(row, widths, rows.numeric()).forEach(lines::add));
		if (!layout.tuplesOnly()) {
			lines.add(footer(rows));
		}
		return String.join("\n", lines);
	}

	/** A cell with line feeds takes several lines, each marked with a plus sign. */
	private static List<String> multiline(List<String> row, int[] widths, List<Boolean> numeric) {
		int height = row.stream().mapToInt((cell) -> cell.split("\n", -1).length).max().orElse(1);
		List<String> lines = new ArrayList<>();
		for (int number = 0; number < height; number++) {
			StringBuilder line = new StringBuilder();
			for (int at = 0; at < row.size(); at++) {
				String[] parts = row.get(at).split("\n", -1);
				String part = (number < parts.length) ? parts[number] : "";
				boolean last = at == row.size() - 1;
				boolean more = number < parts.length - 1;
				String padded = numeric.get(at) ? " ".repeat(widths[at] - width(part)) + part
						: (last && !more) ? part : part + " ".repeat(widths[at] - width(part));
				line.append((at == 0) ? " " : "| ").append(padded).append(more ? "+" : last ? "" : " ");
			}
			lines.add(line.toString());
		}
		return lines;
	}

	private static String line(List<String> cells, Padding padding) {
		StringBuilder line = new StringBuilder();
		for (int at = 0; at < cells.size(); at++) {
			line.append((at == 0) ? " " : "| ").append(padding.of(cells.get(at), at)).append(" ");
		}
		return line.toString();
	}

	/** How a cell fills its column. */
	private interface Padding {

		String of(String text, int column);

	}

	private static String centred(String text, int width) {
		int free = width - width(text);
		return " ".repeat(free / 2) + text + " ".repeat(free - free / 2);
	}

	private static String expanded(Rows rows, Layout layout) {
		int names = rows.columns().stream().mapToInt(PsqlText::width).max().orElse(0);
		int values = rows.rows().stream().flatMap(List::stream).mapToInt(PsqlText::width).max().orElse(0);
		List<String> lines = new ArrayList<>();
		for (int number = 0; number < rows.rows().size(); number++) {
			if (!layout.tuplesOnly()) {
				lines.add(heading("-[ RECORD " + (number + 1) + " ]", names, values));
			}
			List<String> row = rows.rows().get(number);
			for (int at = 0; at < row.size(); at++) {
				String name = rows.columns().get(at);
				lines.add(name + " ".repeat(names - width(name)) + " | " + row.get(at));
			}
			if (layout.tuplesOnly() && number < rows.rows().size() - 1) {
				lines.add("-".repeat(names + 1) + "+" + "-".repeat(values + 1));
			}
		}
		return rows.rows().isEmpty() && !layout.tuplesOnly() ? "(0 rows)" : String.join("\n", lines);
	}

	/** The bar under which a record stands, with a plus sign where the columns meet. */
	private static String heading(String title, int names, int values) {
		String bar = "-".repeat(names + 1) + "+" + "-".repeat(values + 1);
		return (title.length() >= bar.length()) ? title : title + ((title.length() <= names + 1)
				? bar.substring(title.length()) : "-".repeat(bar.length() - title.length()));
	}

	private static int width(String cell) {
		return cell.lines().mapToInt((line) -> line.codePointCount(0, line.length())).max().orElse(0);
	}

}
