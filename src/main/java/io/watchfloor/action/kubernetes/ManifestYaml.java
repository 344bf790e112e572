package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;

/**
 * YAML as kubectl reads it: yes and off are booleans, dates and 12:30 are texts (Go's
 * yaml.v2, of which sigs.k8s.io/yaml is made).
 */
final class ManifestYaml {

	private static final int LONGEST = 1_000_000;

	private ManifestYaml() {
	}

	/**
	 * Reads all documents of a text.
	 * @throws IllegalArgumentException when it is no YAML
	 */
	static List<JsonNode> read(String text) {
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException("the manifest is longer than 1 MB; apply it in parts");
		}
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(20);
		options.setNestingDepthLimit(50);
		DumperOptions unused = new DumperOptions();
		Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new GoScalars());
		try {
			List<JsonNode> documents = new ArrayList<>();
			yaml.loadAll(text).forEach((document) -> {
				Object plain = plain(document);
				if (plain != null) {
					documents.add(Json.of(plain));
				}
			});
			return documents;
		}
		catch (YAMLException malformed) {
			throw new IllegalArgumentException(
					"the manifest is no YAML: " + String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""),
					malformed);
		}
	}

	/** JSON has texts as names. */
	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Map<?, ?> map -> {
				Map<String, @Nullable Object> named = new LinkedHashMap<>();
				map.forEach((name, inner) -> named.put(String.valueOf(name), plain(inner)));
				yield named;
			}
			case List<?> list -> {
				List<@Nullable Object> all = new ArrayList<>();
				list.forEach((inner) -> all.add(plain(inner)));
				yield all;
			}
			case String _, Boolean _, Number _ -> value;
			default -> throw new IllegalArgumentException("the manifest holds something that JSON does not know");
		};
	}

	/** Which plain scalars are no texts. */
	private static final class GoScalars extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			add(Tag.BOOL, "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
					"yYnNtTfFoO");
			add(Tag.INT, "[-+]?(0|[1-9][0-9_]*|0[0-7_]+|0b[01_]+|0x[0-9a-fA-F_]+)", "-+0123456789");
			add(Tag.FLOAT, "[-+]?(\\.[0-9]+|[0-9]+\\.[0-9]*|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?", "-+0123456789.");
			add(Tag.MERGE, "<<", "<");
			add(Tag.NULL, "~|null|Null|NULL|", "~nN\0");
			addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
		}

		private void add(Tag tag, String pattern, String first) {
			addImplicitResolver(tag, Pattern.compile("^(?:" + pattern + ")$"), first);
		}

	}

}
