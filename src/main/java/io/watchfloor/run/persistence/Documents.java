package io.watchfloor.run.persistence;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plans, readings and the like as JSON documents. */
final class Documents {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Documents() {
	}

	static @Nullable String write(@Nullable Object value) {
		return (value != null) ? MAPPER.writeValueAsString(value) : null;
	}

	static <T> T read(String document, Class<T> type) {
		return MAPPER.readValue(document, type);
	}

	static <T> @Nullable T readOrNull(@Nullable String document, Class<T> type) {
		return (document != null) ? read(document, type) : null;
	}

	static Map<String, String> readMap(@Nullable String document) {
		return (document != null) ? MAPPER.readValue(document, new TypeReference<Map<String, String>>() {
		}) : Map.of();
	}

}
