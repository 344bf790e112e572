package io.watchfloor.action.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a pod template that a person set, without those that a server adds. */
final class FieldsOf {

	private FieldsOf() {
	}

	/** Name, image, command and variables of each container. */
	static ArrayNode containers(JsonNode template) {
		ArrayNode containers = Json.array();
		Json.list(template.path("spec").path("containers")).forEach((container) -> {
			ObjectNode fields = containers.addObject();
			for (String name : new String[] { "name", "image", "command", "args", "env", "resources" }) {
				if (!container.path(name).isEmpty() || container.path(name).isString()) {
					fields.set(name, container.path(name));
				}
			}
		});
		return containers;
	}

}
