package io.watchfloor.action.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
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
		return new Yaml(new GoLike(options), options).dump(Objects.requireNonNullElse(plain(Json.sorted(node)), ""));
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

	/**
	 * Double quotes around what would be read as something else, as Go's library has it.
	 */
	private static final class GoLike extends Representer {

		private final Resolver resolver = new Resolver();

		GoLike(DumperOptions options) {
			super(options);
			this.representers.put(String.class, (data) -> scalar((String) data));
		}

		private Node scalar(String text) {
			DumperOptions.ScalarStyle style = text.contains("\n") ? DumperOptions.ScalarStyle.LITERAL
					: this.resolver.resolve(NodeId.scalar, text, true).equals(Tag.STR) ? DumperOptions.ScalarStyle.PLAIN
							: DumperOptions.ScalarStyle.DOUBLE_QUOTED;
			return representScalar(Tag.STR, text, style);
		}

	}

}
