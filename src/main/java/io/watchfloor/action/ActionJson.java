package io.watchfloor.action;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads {@code {"type": …, "parameters": {…}}}. Strict: an unknown type, an
 * unknown, missing or misshapen parameter is a problem, never a default.
 */
class ActionJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {
	};

	private final Map<String, ActionType<?>> types;

	ActionJson(Collection<ActionType<?>> types) {
		this.types = types.stream().collect(Collectors.toUnmodifiableMap(ActionType::id, Function.identity()));
	}

	String write(ActionType<?> type, Action action) {
		ObjectNode node = MAPPER.createObjectNode();
		node.put("type", type.id());
		node.set("parameters", MAPPER.valueToTree(action));
		return MAPPER.writeValueAsString(node);
	}

	/** The same as nested maps, which canonical JSON can sort. */
	Map<String, Object> canonical(ActionType<?> type, Action action) {
		return Map.of("type", type.id(), "parameters", MAPPER.convertValue(action, PARAMETERS));
	}

	Action read(String text) {
		try {
			JsonNode node = MAPPER.readTree(text);
			if (!node.isObject() || node.size() != 2 || !node.path("type").isString()
					|| !node.path("parameters").isObject()) {
				throw notUnderstood("An action is {\"type\": …, \"parameters\": {…}}, and this is not: " + text, null);
			}
			return read(node.path("type").stringValue(), node.path("parameters"));
		}
		catch (JacksonException malformed) {
			throw notUnderstood("The action cannot be read: " + malformed.getOriginalMessage(), malformed);
		}
	}

	private Action read(String id, JsonNode parameters) {
		ActionType<?> type = this.types.get(id);
		if (type == null) {
			throw notUnderstood("No connector knows the action '" + id
					+ "'. It was written by another version; choose the action again.", null);
		}
		return MAPPER.treeToValue(parameters, type.type());
	}

	private static Problem notUnderstood(String message, @Nullable Throwable cause) {
		return (cause != null) ? new Problem(Problem.Category.NOT_UNDERSTOOD, message, cause)
				: new Problem(Problem.Category.NOT_UNDERSTOOD, message);
	}

}
