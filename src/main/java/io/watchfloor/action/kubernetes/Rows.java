package io.watchfloor.action.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.action.Reading;
import tools.jackson.databind.JsonNode;

/**
 * What a server answered to a request for rows: its own columns where it makes them, else
 * name and age.
 *
 * @param columns titles in capitals, with those only shown when wide marked
 * @param rows the cells and the object's description
 */
record Rows(List<Column> columns, List<Row> rows) {

	/** A column. */
	record Column(String title, boolean wide) {
	}

	/** A row with the object (or what is known of it). */
	record Row(List<String> cells, JsonNode object) {

		String namespace() {
			return Json.text(this.object, "metadata", "namespace");
		}

		Map<String, String> labels() {
			return Json.map(this.object.path("metadata").path("labels"));
		}

	}

	static Rows of(JsonNode answer, Instant now) {
		return Json.text(answer, "kind").equals("Table") ? table(answer) : plain(answer, now);
	}

	private static Rows table(JsonNode table) {
		List<Column> columns = Json.list(table.path("columnDefinitions"))
			.stream()
			.map((column) -> new Column(Json.text(column, "name").toUpperCase(java.util.Locale.ROOT),
					Json.number(column, "priority") > 0))
			.toList();
		return new Rows(columns, Json.list(table.path("rows"))
			.stream()
			.map((row) -> new Row(Json.list(row.path("cells")).stream().map(Rows::cell).toList(), row.path("object")))
			.toList());
	}

	private static String cell(JsonNode cell) {
		String text = cell.isNull() ? "<none>" : Json.text(cell);
		return text.replace('\n', ' ').replace('\r', ' ');
	}

	private static Rows plain(JsonNode answer, Instant now) {
		List<JsonNode> objects = answer.path("items").isArray() ? Json.list(answer.path("items")) : List.of(answer);
		return new Rows(List.of(new Column("NAME", false), new Column("AGE", false)),
				objects.stream()
					.map((object) -> new Row(List.of(Json.text(object, "metadata", "name"),
							age(Json.text(object, "metadata", "creationTimestamp"), now)), object))
					.toList());
	}

	/** {@code 3d4h}, {@code 5m}: as kubectl shortens it. */
	static String age(String since, Instant now) {
		try {
			Duration age = Duration.between(Instant.parse(since), now);
			return Ages.shortened(age);
		}
		catch (DateTimeParseException absent) {
			return "<unknown>";
		}
	}

	/** The rows as kubectl shows them. */
	Reading.Table shown(boolean wide, boolean namespaces, List<String> labels, boolean allLabels, String kind) {
		List<Integer> kept = IntStream.range(0, this.columns.size())
			.filter((index) -> wide || !this.columns.get(index).wide())
			.boxed()
			.toList();
		List<String> titles = new ArrayList<>();
		if (namespaces) {
			titles.add("NAMESPACE");
		}
		kept.forEach((index) -> titles.add(this.columns.get(index).title()));
		labels.forEach(
				(label) -> titles.add(label.substring(label.lastIndexOf('/') + 1).toUpperCase(java.util.Locale.ROOT)));
		if (allLabels) {
			titles.add("LABELS");
		}
		return new Reading.Table(titles, this.rows.stream().map((row) -> {
			List<String> cells = new ArrayList<>();
			if (namespaces) {
				cells.add(row.namespace());
			}
			kept.forEach(
					(index) -> cells.add(((index == 0 && !kind.isEmpty()) ? kind + "/" : "") + row.cells().get(index)));
			labels.forEach((label) -> cells.add(row.labels().getOrDefault(label, "")));
			if (allLabels) {
				cells.add(row.labels().isEmpty() ? "<none>"
						: row.labels().entrySet().stream().map(Object::toString).collect(Collectors.joining(",")));
			}
			return cells;
		}).toList());
	}

}
