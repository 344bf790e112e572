package io.watchfloor.action.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simple path into JSON, as jq writes it: {@code .checks.cache}, {@code .items[0]}. */
final class JsonField {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final Pattern SHAPE = Pattern.compile("\\.|(\\.[A-Za-z_][A-Za-z0-9_]*(\\[[0-9]{1,6}])*)+");

	private static final Pattern PART = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\[([0-9]+)]");

	private JsonField() {
	}

	static void demand(String field) {
		if (!SHAPE.matcher(field).matches()) {
			throw new IllegalArgumentException("only a plain path such as .status is understood, not '" + field + "'");
		}
	}

	/** Reads JSON strictly; empty when it is none. */
	static Optional<JsonNode> parse(String text) {
		try {
			return Optional.of(MAPPER.readTree(text)).filter((node) -> !node.isMissingNode());
		}
		catch (JacksonException notJson) {
			return Optional.empty();
		}
	}

	/** The field's value; empty when it is absent or null. */
	static Optional<JsonNode> find(JsonNode root, String field) {
		JsonNode node = root;
		Matcher part = PART.matcher(field);
		while (part.find()) {
			node = (part.group(1) != null) ? node.path(part.group(1)) : node.path(Integer.parseInt(part.group(2)));
		}
		return Optional.of(node).filter((found) -> !found.isMissingNode() && !found.isNull());
	}

	/** A scalar as its text, anything else as JSON. */
	static String text(JsonNode node) {
		return node.isValueNode() ? node.asString() : node.toPrettyString();
	}

}
