package io.watchfloor.action.aws.iam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.AwsCall;

/**
 * A table beside this class: services and operations, and what is to be known of them.
 */
final class Table {

	private final List<Row> rows;

	private Table(List<Row> rows) {
		this.rows = List.copyOf(rows);
	}

	static Table read(String name) {
		try (InputStream stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name)) {
			return new Table(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.map(Row::of)
				.toList());
		}
		catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
	}

	/** The rows about a call, in the table's order. */
	List<Row> about(AwsCall call) {
		return this.rows.stream()
			.filter((row) -> row.service().equals(call.service()))
			.filter((row) -> row.operations().matcher(call.operation()).matches())
			.toList();
	}

	/** The row about a service as a whole. */
	List<Row> about(String service) {
		return this.rows.stream()
			.filter((row) -> row.service().equals(service) && row.operations().pattern().isEmpty())
			.toList();
	}

	/**
	 * A line of it.
	 *
	 * @param operations by their names on the command line
	 * @param values what the line says, by blanks
	 * @param note for people; empty where there is none
	 */
	record Row(String service, Pattern operations, List<String> values, String note) {

		private static final Pattern BLANKS = Pattern.compile(" +");

		/**
		 * The bar of an alternative stands in brackets; the bars between cells do not.
		 */
		private static Row of(String line) {
			List<String> cells = new ArrayList<>(List.of(""));
			int depth = 0;
			for (int at = 0; at < line.length(); at++) {
				char c = line.charAt(at);
				depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
				if (c == '|' && depth == 0) {
					cells.add("");
				}
				else {
					cells.set(cells.size() - 1, cells.getLast() + c);
				}
			}
			String values = cells.get(2).strip();
			return new Row(cells.get(0), Pattern.compile(cells.get(1)),
					values.isEmpty() ? List.of() : List.of(BLANKS.split(values)),
					(cells.size() > 3) ? cells.get(3) : "");
		}

	}

}
