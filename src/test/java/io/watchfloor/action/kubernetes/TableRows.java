package io.watchfloor.action.kubernetes;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as rows, as an API server makes them. */
final class TableRows {

	private TableRows() {
	}

	static JsonNode of(JsonNode found) {
		ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
		table.putObject("metadata").put("resourceVersion", "1000");
		ArrayNode columns = table.putArray("columnDefinitions");
		column(columns, "Name", 0);
		column(columns, "Status", 0);
		column(columns, "Node", 1);
		ArrayNode rows = table.putArray("rows");
		List<JsonNode> objects = found.has("items") ? Json.list(found.path("items")) : List.of(found);
		objects.forEach((object) -> {
			ObjectNode row = rows.addObject();
			row.putArray("cells")
				.add(Pods.name(object))
				.add(Json.text(object, "status", "phase"))
				.add(Json.text(object, "spec", "nodeName"));
			ObjectNode partial = row.putObject("object")
				.put("kind", "PartialObjectMetadata")
				.put("apiVersion", "meta.k8s.io/v1");
			partial.set("metadata", object.path("metadata"));
		});
		return table;
	}

	private static void column(ArrayNode columns, String name, int priority) {
		columns.addObject()
			.put("name", name)
			.put("type", "string")
			.put("format", name.equals("Name") ? "name" : "")
			.put("description", name)
			.put("priority", priority);
	}

}
