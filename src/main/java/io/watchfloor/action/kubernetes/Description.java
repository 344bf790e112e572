package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * An object in full, in words near to those of {@code kubectl describe}: names apart,
 * fields indented by two.
 */
final class Description {

	private static final Set<String> HEADER = Set.of("name", "namespace", "labels", "annotations", "managedFields",
			"uid", "resourceVersion", "generation", "creationTimestamp");

	private static final int COLUMN = 18;

	private final StringBuilder text = new StringBuilder();

	static String of(JsonNode object, ResourceType type, List<String> events) {
		Description description = new Description();
		description.header(object);
		switch (type.plural()) {
			case "pods" -> PodDescription.add(object, description);
			case "nodes" -> NodeDescription.add(object, description);
			case "secrets" -> description.secret(object);
			default -> description.body(object);
		}
		if (!events.isEmpty()) {
			description.heading(0, "Events");
			events.forEach((line) -> description.text.append("  ").append(line).append('\n'));
		}
		return description.text.toString().stripTrailing();
	}

	private void header(JsonNode object) {
		JsonNode metadata = object.path("metadata");
		value(0, "Name", Json.text(metadata, "name"));
		if (!Json.text(metadata, "namespace").isEmpty()) {
			value(0, "Namespace", Json.text(metadata, "namespace"));
		}
		map("Labels", Json.map(metadata.path("labels")), "=");
		map("Annotations", Json.map(metadata.path("annotations")), ": ");
		value(0, "API Version", Json.text(object, "apiVersion"));
		value(0, "Kind", Json.text(object, "kind"));
		value(0, "CreationTimestamp", Json.text(metadata, "creationTimestamp"));
		metadata.properties()
			.stream()
			.filter((field) -> !HEADER.contains(field.getKey()))
			.forEach((field) -> field(0, field.getKey(), field.getValue()));
	}

	private void map(String name, Map<String, String> map, String between) {
		if (map.isEmpty()) {
			value(0, name, "<none>");
		}
		int[] count = { 0 };
		map.forEach((key, text) -> value(0, (count[0]++ == 0) ? name : "", key + between + text));
	}

	/** Bytes of each key, never the values. */
	private void secret(JsonNode object) {
		value(0, "Type", Json.text(object, "type"));
		heading(0, "Data");
		Json.map(object.path("data"))
			.forEach((name, encoded) -> value(0, name, (encoded.length() * 3L / 4) + " bytes or a little less"));
	}

	private void body(JsonNode object) {
		object.properties()
			.stream()
			.filter((field) -> !Set.of("apiVersion", "kind", "metadata").contains(field.getKey()))
			.forEach((field) -> field(0, field.getKey(), field.getValue()));
	}

	/** {@code lastTransitionTime: x} as {@code Last Transition Time:  x}. */
	void field(int indent, String name, JsonNode node) {
		String title = title(name);
		if (node.isObject()) {
			heading(indent, title);
			node.properties().forEach((inner) -> field(indent + 2, inner.getKey(), inner.getValue()));
		}
		else if (node.isArray()) {
			heading(indent, title);
			Json.list(node).forEach((element) -> element(indent + 2, element));
		}
		else {
			value(indent, title, Json.text(node));
		}
	}

	private void element(int indent, JsonNode element) {
		if (element.isObject()) {
			element.properties().forEach((inner) -> field(indent, inner.getKey(), inner.getValue()));
		}
		else {
			this.text.repeat(' ', indent).append(Json.text(element)).append('\n');
		}
	}

	static String title(String name) {
		String spaced = name.contains(" ") || name.contains(".") || name.contains("/") ? name
				: name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
		return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
	}

	void heading(int indent, String title) {
		this.text.repeat(' ', indent).append(title).append(":\n");
	}

	void value(int indent, String title, String value) {
		String label = title.isEmpty() ? "" : title + ":";
		this.text.repeat(' ', indent)
			.append(label)
			.repeat(' ', Math.max(1, COLUMN - label.length()))
			.append(value)
			.append('\n');
	}

	void line(String line) {
		this.text.append(line).append('\n');
	}

}
