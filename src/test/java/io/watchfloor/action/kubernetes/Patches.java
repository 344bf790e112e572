package io.watchfloor.action.kubernetes;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies patches as an API server does, as far as these tests send them. */
final class Patches {

	private static final List<String> KEYS = List.of("name", "mountPath", "containerPort", "key", "type");

	private Patches() {
	}

	static ObjectNode apply(String contentType, ObjectNode before, JsonNode patch) {
		ObjectNode after = before.deepCopy();
		switch (contentType) {
			case "application/json-patch+json" -> patch.forEach((operation) -> operation(after, operation));
			case "application/merge-patch+json" -> merge(after, patch, false);
			case "application/strategic-merge-patch+json", "application/apply-patch+yaml" -> merge(after, patch, true);
			default -> throw new IllegalArgumentException(contentType);
		}
		return after;
	}

	private static void merge(ObjectNode into, JsonNode patch, boolean strategic) {
		patch.properties().forEach((field) -> {
			JsonNode value = field.getValue();
			String name = field.getKey();
			if (name.startsWith("$")) {
				return;
			}
			if (value.isNull()) {
				into.remove(name);
			}
			else if (Json.text(value, "$patch").equals("replace")) {
				into.set(name, Json.copy(value).without(java.util.List.of("$patch")));
			}
			else if (value.isObject()) {
				if (!into.path(name).isObject()) {
					into.putObject(name);
				}
				merge((ObjectNode) into.path(name), value, strategic);
			}
			else if (strategic && value.isArray() && into.path(name).isArray() && keyed(value)) {
				elements((ArrayNode) into.path(name), value);
			}
			else {
				into.set(name, value.deepCopy());
			}
		});
	}

	private static boolean keyed(JsonNode list) {
		return !list.isEmpty() && list.get(0).isObject() && key(list.get(0)) != null;
	}

	private static String key(JsonNode element) {
		return KEYS.stream().filter(element::has).findFirst().orElse(null);
	}

	private static void elements(ArrayNode into, JsonNode patch) {
		for (JsonNode element : patch) {
			String key = key(element);
			int found = -1;
			for (int i = 0; i < into.size(); i++) {
				found = into.get(i).path(key).equals(element.path(key)) ? i : found;
			}
			if (Json.text(element, "$patch").equals("delete")) {
				if (found >= 0) {
					into.remove(found);
				}
			}
			else if (found >= 0) {
				merge((ObjectNode) into.get(found), element, true);
			}
			else {
				ObjectNode fresh = into.addObject();
				merge(fresh, element, true);
			}
		}
	}

	private static void operation(ObjectNode object, JsonNode operation) {
		String path = Json.text(operation, "path");
		String parent = path.substring(0, path.lastIndexOf('/'));
		String last = path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
		JsonNode at = object.at(parent);
		boolean remove = Json.text(operation, "op").equals("remove");
		if (at instanceof ObjectNode map) {
			if (remove) {
				map.remove(last);
			}
			else {
				map.set(last, operation.path("value").deepCopy());
			}
		}
		else if (at instanceof ArrayNode list) {
			if (last.equals("-")) {
				list.add(operation.path("value").deepCopy());
			}
			else if (remove) {
				list.remove(Integer.parseInt(last));
			}
			else {
				list.set(Integer.parseInt(last), operation.path("value").deepCopy());
			}
		}
	}

}
