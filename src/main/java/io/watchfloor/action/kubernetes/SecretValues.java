package io.watchfloor.action.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of objects what is never shown (law 7), and what kubectl leaves out too. */
final class SecretValues {

	static final String HIDDEN = "[hidden]";

	private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

	private SecretValues() {
	}

	/** A copy of an object or of a list of objects. */
	static JsonNode hidden(JsonNode node, ResourceType type) {
		if (!node.isObject()) {
			return node;
		}
		ObjectNode copy = Json.copy(node);
		if (copy.path("items").isArray()) {
			Json.list(copy.path("items")).forEach((item) -> clean((ObjectNode) item, type));
		}
		clean(copy, type);
		return copy;
	}

	private static void clean(ObjectNode object, ResourceType type) {
		if (object.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("managedFields");
			if (type.secret() && metadata.path("annotations") instanceof ObjectNode annotations
					&& annotations.has(APPLIED)) {
				annotations.put(APPLIED, HIDDEN);
			}
		}
		if (type.secret()) {
			hide(object.path("data"));
			hide(object.path("stringData"));
		}
	}

	private static void hide(JsonNode values) {
		if (values instanceof ObjectNode object) {
			object.propertyNames().stream().toList().forEach((name) -> object.put(name, HIDDEN));
		}
	}

}
