package io.watchfloor.audit.persistence;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the details of a record, which are texts; anything else was not written here. */
final class Details {

	private static final JsonMapper JSON = new JsonMapper();

	private Details() {
	}

	/**
	 * Returns the details. A value that is no text begins with NUL, which no stored text
	 * holds: so the record's hash differs, and verification shows it.
	 */
	static Map<String, String> read(String json) {
		Map<String, String> details = new LinkedHashMap<>();
		JSON.readTree(json)
			.forEachEntry((key, value) -> details.put(key, value.isString() ? value.stringValue() : foreign(value)));
		return details;
	}

	private static String foreign(JsonNode value) {
		return "\0" + value;
	}

}
