package io.watchfloor.action.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** An object as YAML, keys sorted. */
final class YamlText {

	private YamlText() {
	}

	static String of(JsonNode node) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setIndicatorIndent(0);
		options.setIndent(2);
		options.setSplitLines(false);
		options.setWidth(100_000);
		return new Yaml(options).dump(Objects.requireNonNullElse(plain(Json.sorted(node)), ""));
	}

	private static @Nullable Object plain(JsonNode node) {
		if (node.isObject()) {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			node.properties().forEach((field) -> map.put(field.getKey(), plain(field.getValue())));
			return map;
		}
		if (node.isArray()) {
			List<@Nullable Object> list = new java.util.ArrayList<>();
			node.forEach((element) -> list.add(plain(element)));
			return list;
		}
		if (node.isNumber()) {
			return node.numberValue();
		}
		return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : node.isNull() ? null : node.stringValue();
	}

}
