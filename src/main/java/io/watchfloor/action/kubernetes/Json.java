package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the API server speaks it. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final ObjectWriter PRETTY = MAPPER.writer()
		.with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("    ", "\n"))
			.withArrayIndenter(new DefaultIndenter("    ", "\n")));

	private Json() {
	}

	static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

	/** A record as JSON has it. */
	static JsonNode of(Object value) {
		return MAPPER.valueToTree(value);
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	static ObjectNode copy(JsonNode node) {
		return (ObjectNode) node.deepCopy();
	}

	/** Indented by four, keys sorted, as kubectl prints it. */
	static String pretty(JsonNode node) {
		return PRETTY.writeValueAsString(sorted(node)).replace("\" : ", "\": ");
	}

	/** Keys sorted at every level. */
	static JsonNode sorted(JsonNode node) {
		if (node.isObject()) {
			Map<String, JsonNode> fields = new TreeMap<>();
			node.properties().forEach((field) -> fields.put(field.getKey(), sorted(field.getValue())));
			ObjectNode object = object();
			fields.forEach(object::set);
			return object;
		}
		if (node.isArray()) {
			ArrayNode array = array();
			node.forEach((element) -> array.add(sorted(element)));
			return array;
		}
		return node;
	}

	/** The elements of a list; none when it is missing. */
	static List<JsonNode> list(JsonNode node) {
		List<JsonNode> elements = new ArrayList<>();
		if (node.isArray()) {
			node.forEach(elements::add);
		}
		return elements;
	}

	/** A field's text by path; empty when missing. */
	static String text(JsonNode node, String... path) {
		JsonNode at = at(node, path);
		return at.isString() ? at.stringValue() : (at.isMissingNode() || at.isNull()) ? "" : at.toString();
	}

	/** A whole number by path; -1 when missing. */
	static long number(JsonNode node, String... path) {
		JsonNode at = at(node, path);
		return at.isIntegralNumber() ? at.longValue() : -1;
	}

	/** A whole number by path. */
	static long number(long otherwise, JsonNode node, String... path) {
		long number = number(node, path);
		return (number < 0) ? otherwise : number;
	}

	static JsonNode at(JsonNode node, String... path) {
		JsonNode at = node;
		for (String name : path) {
			at = at.path(name);
		}
		return at;
	}

	/** Text values of an object, such as labels. */
	static Map<String, String> map(JsonNode node) {
		Map<String, String> map = new TreeMap<>();
		node.properties().forEach((field) -> map.put(field.getKey(), text(field.getValue())));
		return map;
	}

}
