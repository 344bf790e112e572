package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * One path into an object, such as {@code .items[*].metadata.name}, as kubectl's
 * {@code jsonpath} understands it: a missing field is nothing, an index outside a list an
 * error.
 */
record JsonPath(List<PathStep> steps) {

	/** Reads {@code {.a.b}}, {@code .a.b} or {@code a.b}. */
	static JsonPath field(String text) {
		String bare = (text.startsWith("{") && text.endsWith("}")) ? text.substring(1, text.length() - 1) : text;
		return PathParser.path((bare.startsWith(".") || bare.startsWith("[")) ? bare : "." + bare);
	}

	/** Reads a whole template with text and {@code range}. */
	static PathTemplate template(String text) {
		return PathTemplate.parse(text);
	}

	List<JsonNode> find(JsonNode root) {
		List<JsonNode> found = List.of(root);
		for (PathStep step : this.steps) {
			List<JsonNode> next = new ArrayList<>();
			for (JsonNode node : found) {
				next.addAll(step.find(node));
			}
			found = next;
		}
		return found;
	}

	/** What is found, printed and joined by blanks. */
	String text(JsonNode root) {
		return String.join(" ", find(root).stream().map(JsonPath::print).toList());
	}

	/** Text bare, the rest as JSON. */
	static String print(JsonNode node) {
		return node.isString() ? node.stringValue() : node.isNull() ? "" : Json.sorted(node).toString();
	}

}
