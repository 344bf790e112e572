package io.watchfloor.action.compose;

import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hides what containers get as variables, where the name or the value says secret. */
final class MaskedVariables {

	private static final Pattern NAME = Pattern
		.compile("(?i).*(pass|secret|token|key|credential|auth|private|dsn|cert|salt|signature|webhook).*");

	private static final Pattern VALUE = Pattern.compile("(?s).*://[^/@\\s]*:[^/@\\s]+@.*");

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
		boolean secret = equals > 0 && (NAME.matcher(variable.substring(0, equals)).matches()
				|| VALUE.matcher(variable.substring(equals + 1)).matches());
		return secret ? variable.substring(0, equals + 1) + "[hidden]" : variable;
	}

	/** One line of a Compose file as {@code config} prints it. */
	static String maskYaml(String line) {
		int colon = line.indexOf(": ");
		boolean secret = colon > 0 && (NAME.matcher(line.substring(0, colon).strip()).matches()
				|| VALUE.matcher(line.substring(colon + 2)).matches());
		return secret ? line.substring(0, colon + 2) + "[hidden]" : mask(line);
	}

}
