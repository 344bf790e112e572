package io.watchfloor.catalog.file;

import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain words are numbers, truth values or null: YAML 1.2's core rules, as editors
 * apply them. SnakeYAML's own rules are those of YAML 1.1, where {@code no} is false and
 * {@code 03:00} is 180.
 */
class CoreSchema extends Resolver {

	private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

	private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)?\\.[0-9]+([eE][-+]?[0-9]{1,3})?");

	private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");

	private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");

	@Override
	protected void addImplicitResolvers() {
		addImplicitResolver(Tag.INT, WHOLE, "-+0123456789", 20);
		addImplicitResolver(Tag.FLOAT, DECIMAL, "-+.0123456789", 40);
		addImplicitResolver(Tag.BOOL, TRUTH, "tTfF", 5);
		addImplicitResolver(Tag.NULL, NOTHING, "~nN", 4);
		addImplicitResolver(Tag.NULL, EMPTY, "");
		addImplicitResolver(Tag.MERGE, MERGE, "<", 2);
	}

}
