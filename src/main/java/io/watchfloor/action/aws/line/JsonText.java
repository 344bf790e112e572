package io.watchfloor.action.aws.line;

import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON on a command line, strictly: no key twice, nothing behind its end. */
public final class JsonText {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private JsonText() {
	}

	/**
	 * Maps, lists and scalars.
	 * @throws IllegalArgumentException when it is no JSON
	 */
	public static Object read(String text) {
		try {
			return MAPPER.readValue(text, Object.class);
		}
		catch (JacksonException malformed) {
			throw new IllegalArgumentException("'" + text + "' is no JSON", malformed);
		}
	}

	/** A structure. */
	public static Map<?, ?> structure(String text) {
		if (read(text) instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalArgumentException("'" + text + "' is no JSON structure");
	}

	/** A list. */
	static List<?> list(String text) {
		if (read(text) instanceof List<?> list) {
			return list;
		}
		throw new IllegalArgumentException("'" + text + "' is no JSON list");
	}

	/** Writes it in one line. */
	public static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

}
