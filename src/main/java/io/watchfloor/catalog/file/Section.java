package io.watchfloor.catalog.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One map of a document whose shape the schema has already confirmed, so that what is
 * demanded is there.
 *
 * @param document where it stands
 * @param pointer to the map
 * @param node the map
 */
record Section(YamlDocument document, String pointer, JsonNode node) {

	static Section root(YamlDocument document) {
		return new Section(document, "", document.root());
	}

	String text(String key) {
		return this.node.path(key).asString("");
	}

	@Nullable String optionalText(String key) {
		JsonNode value = this.node.path(key);
		return (value.isMissingNode() || value.isNull()) ? null : value.asString();
	}

	<T> @Nullable T optional(String key, Function<String, T> reader) {
		String text = optionalText(key);
		return (text != null) ? reader.apply(text) : null;
	}

	boolean flag(String key, boolean otherwise) {
		return this.node.path(key).asBoolean(otherwise);
	}

	int number(String key) {
		return this.node.path(key).asInt();
	}

	Section member(String key) {
		return new Section(this.document, YamlDocument.member(this.pointer, key), this.node.path(key));
	}

	List<Section> list(String key) {
		String list = YamlDocument.member(this.pointer, key);
		List<Section> items = new ArrayList<>();
		for (JsonNode item : this.node.path(key)) {
			items.add(new Section(this.document, list + "/" + items.size(), item));
		}
		return items;
	}

	List<String> texts(String key) {
		return list(key).stream().map((item) -> item.node.asString()).toList();
	}

	/** The members of a map in the file's order, as texts. */
	Map<String, String> entries() {
		Map<String, String> entries = new LinkedHashMap<>();
		this.node.propertyStream().forEach((entry) -> entries.put(entry.getKey(), entry.getValue().asString()));
		return entries;
	}

	/** Where the value of a key stands. */
	Position value(String key) {
		return this.document.value(YamlDocument.member(this.pointer, key));
	}

	/** Where a key stands. */
	Position key(String key) {
		return this.document.key(YamlDocument.member(this.pointer, key));
	}

	Position position() {
		return this.document.value(this.pointer);
	}

}
