package io.watchfloor.catalog.file;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A YAML file as plain data that remembers where everything stood.
 *
 * @param file relative to the catalog's folder
 * @param root the data
 * @param values where each value begins, by JSON pointer
 * @param keys where each key begins, by JSON pointer
 */
record YamlDocument(String file, JsonNode root, Map<String, Position> values, Map<String, Position> keys) {

	/** Where a value stands; where its parent stands when it is missing. */
	Position value(String pointer) {
		String place = pointer;
		while (!place.isEmpty()) {
			Position position = this.values.get(place);
			if (position != null) {
				return position;
			}
			place = place.substring(0, place.lastIndexOf('/'));
		}
		return this.values.getOrDefault("", Position.WHOLE_FILE);
	}

	/** Where a key stands; where its value stands when it has none. */
	Position key(String pointer) {
		Position position = this.keys.get(pointer);
		return (position != null) ? position : value(pointer);
	}

	/** The pointer to a member, escaped as RFC 6901 demands. */
	static String member(String pointer, String key) {
		return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
	}

}
