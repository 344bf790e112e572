package io.watchfloor.catalog.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a YAML node tree into plain data and notes the positions; used once. */
final class YamlNodes {

	/** Beyond this an alias bomb is at work. */
	private static final int MOST = 20_000;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final String file;

	private final Map<String, Position> values = new HashMap<>();

	private final Map<String, Position> keys = new HashMap<>();

	private final Set<Node> open = new HashSet<>();

	private int count;

	YamlNodes(String file) {
		this.file = file;
	}

	YamlDocument document(Node root) throws Refused {
		return new YamlDocument(this.file, convert(root, ""), this.values, this.keys);
	}

	private JsonNode convert(Node node, String pointer) throws Refused {
		Position position = Position.of(node.getStartMark());
		this.values.put(pointer, position);
		this.count++;
		if (this.count > MOST) {
			throw new Refused(position, "aliases make the file grow beyond " + MOST + " values", "fewer aliases");
		}
		if (!this.open.add(node)) {
			throw new Refused(position, "an alias stands inside its own anchor", "data without a circle");
		}
		try {
			return switch (node) {
				case MappingNode mapping -> mapping(mapping, pointer);
				case SequenceNode sequence -> sequence(sequence, pointer);
				case ScalarNode scalar -> scalar(scalar);
				case Node other -> throw new IllegalStateException("a node of a new kind: " + other.getNodeId());
			};
		}
		finally {
			this.open.remove(node);
		}
	}

	private ObjectNode mapping(MappingNode node, String pointer) throws Refused {
		demand(node, Tag.MAP);
		ObjectNode object = JSON.objectNode();
		for (NodeTuple tuple : node.getValue()) {
			String key = key(tuple.getKeyNode());
			String member = YamlDocument.member(pointer, key);
			Position place = Position.of(tuple.getKeyNode().getStartMark());
			if (object.has(key)) {
				throw new Refused(place, "the key '" + key + "' stands here twice; the first is in line "
						+ this.keys.getOrDefault(member, place).line(), "each key once");
			}
			this.keys.put(member, place);
			object.set(key, convert(tuple.getValueNode(), member));
		}
		return object;
	}

	private static String key(Node node) throws Refused {
		if (node.getTag().equals(Tag.MERGE)) {
			throw new Refused(Position.of(node.getStartMark()), "merge keys (<<) are not supported",
					"the keys written out");
		}
		if (node instanceof ScalarNode scalar) {
			return scalar.getValue();
		}
		throw new Refused(Position.of(node.getStartMark()), "a key is a list or a map", "a word as the key");
	}

	private ArrayNode sequence(SequenceNode node, String pointer) throws Refused {
		demand(node, Tag.SEQ);
		ArrayNode array = JSON.arrayNode();
		for (Node item : node.getValue()) {
			array.add(convert(item, pointer + "/" + array.size()));
		}
		return array;
	}

	private static JsonNode scalar(ScalarNode node) throws Refused {
		Tag tag = node.getTag();
		String text = node.getValue();
		if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
			return JSON.stringNode(text);
		}
		if (tag.equals(Tag.NULL)) {
			return JSON.nullNode();
		}
		if (tag.equals(Tag.BOOL)) {
			return JSON.booleanNode(Boolean.parseBoolean(text));
		}
		if (!node.isPlain() || !(tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
			throw type(node);
		}
		return number(node, tag);
	}

	private static JsonNode number(ScalarNode node, Tag tag) throws Refused {
		try {
			return tag.equals(Tag.INT) ? JSON.numberNode(new BigInteger(node.getValue()))
					: JSON.numberNode(new BigDecimal(node.getValue()));
		}
		catch (NumberFormatException none) {
			throw type(node);
		}
	}

	private static void demand(Node node, Tag tag) throws Refused {
		if (!node.getTag().equals(tag)) {
			throw type(node);
		}
	}

	private static Refused type(Node node) {
		return new Refused(Position.of(node.getStartMark()), "the type " + node.getTag().getValue() + " is not allowed",
				"plain data without a type (!!…)");
	}

}
