package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Reading;
import tools.jackson.databind.JsonNode;

/** {@code -o custom-columns=NAME:.metadata.name,…}. */
record CustomColumns(List<String> titles, List<JsonPath> paths) {

	static CustomColumns parse(String text) {
		List<String> titles = new ArrayList<>();
		List<JsonPath> paths = new ArrayList<>();
		for (String column : text.split(",", -1)) {
			int colon = column.indexOf(':');
			if (colon < 1 || colon == column.length() - 1 || column.contains("\"")) {
				throw new IllegalArgumentException("'" + column + "' is no column; NAME:.path is");
			}
			titles.add(column.substring(0, colon));
			paths.add(JsonPath.field(column.substring(colon + 1)));
		}
		return new CustomColumns(titles, paths);
	}

	Reading.Table of(List<JsonNode> objects) {
		return new Reading.Table(this.titles, objects.stream().map(this::row).toList());
	}

	private List<String> row(JsonNode object) {
		return this.paths.stream().map((path) -> {
			List<String> found = path.find(object).stream().map(JsonPath::print).toList();
			return found.isEmpty() ? "<none>" : String.join(",", found);
		}).toList();
	}

}
