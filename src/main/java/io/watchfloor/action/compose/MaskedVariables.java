package io.watchfloor.action.compose;

import io.watchfloor.action.host.SecretVariables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hides what containers get as variables, where the name or the value says secret. */
final class MaskedVariables {

	private MaskedVariables() {
	}

	static JsonNode in(JsonNode document) {
		if (document.path("Config").path("Env") instanceof ArrayNode variables) {
			for (int i = 0; i < variables.size(); i++) {
				variables.set(i, variables.arrayNode().stringNode(mask(variables.path(i).asString(""))));
			}
		}
		if (document.path("ContainerConfig") instanceof ObjectNode old) {
			old.remove("Env");
		}
		return document;
	}

	/** {@code NAME=value}, the value hidden where it looks like a secret. */
	static String mask(String variable) {
		int equals = variable.indexOf('=');
		boolean secret = equals > 0
				&& SecretVariables.is(variable.substring(0, equals), variable.substring(equals + 1));
		return secret ? variable.substring(0, equals + 1) + "[hidden]" : variable;
	}

	/** One line of a Compose file as {@code config} prints it. */
	static String maskYaml(String line) {
		int colon = line.indexOf(": ");
		boolean secret = colon > 0 && SecretVariables.is(line.substring(0, colon).strip(), line.substring(colon + 2));
		return secret ? line.substring(0, colon + 2) + "[hidden]" : mask(line);
	}

}
