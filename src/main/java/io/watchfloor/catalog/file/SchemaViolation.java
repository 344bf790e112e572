package io.watchfloor.catalog.file;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.watchfloor.catalog.CatalogError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a violation of the schema into words with a position. */
final class SchemaViolation {

	private final YamlDocument document;

	private final JsonNode schema;

	SchemaViolation(YamlDocument document, JsonNode schema) {
		this.document = document;
		this.schema = schema;
	}

	CatalogError explain(Error violation) {
		String pointer = pointer(violation.getInstanceLocation());
		JsonNode rule = this.schema.at(pointer(violation.getSchemaLocation().getFragment().getParent()));
		String property = violation.getProperty();
		return switch (violation.getKeyword()) {
			case "additionalProperties" -> unknown(pointer, String.valueOf(property), rule);
			case "required" -> at(this.document.value(pointer), "'" + property + "' is missing",
					expected(rule.path("properties").path(String.valueOf(property))));
			case "enum" -> notOneOf(pointer, violation.getInstanceNode(), rule);
			case null, default -> at(this.document.value(pointer), found(violation, pointer), expected(rule));
		};
	}

	private CatalogError unknown(String pointer, String property, JsonNode rule) {
		List<String> known = List.copyOf(rule.path("properties").propertyNames());
		return at(this.document.key(YamlDocument.member(pointer, property)), "unknown key '" + property + "'",
				suggestion(property, known));
	}

	private CatalogError notOneOf(String pointer, JsonNode found, JsonNode rule) {
		List<String> known = rule.path("enum").valueStream().map(JsonNode::asString).toList();
		return at(this.document.value(pointer), quoted(found) + " is not known", suggestion(found.asString(), known));
	}

	private static String suggestion(String word, List<String> known) {
		String all = "one of " + String.join(", ", known);
		return Nearest.to(word, known).map((near) -> "'" + near + "'? Known are " + all.substring(7)).orElse(all);
	}

	private String found(Error violation, String pointer) {
		if (pointer.contains("/secrets/") || pointer.contains("/settings/")) {
			return "the value does not fit";
		}
		JsonNode node = violation.getInstanceNode();
		return switch (violation.getKeyword()) {
			case "type" -> quoted(node) + " is " + kind(node);
			case "minLength" -> "the text is empty";
			case "maxLength" -> "the text has " + node.asString().length() + " characters";
			case null, default -> quoted(node) + " does not fit";
		};
	}

	/** The nearest description; in draft 7 one beside a reference is not in force. */
	private String expected(JsonNode rule) {
		JsonNode own = rule.path("description");
		if (own.isString()) {
			return own.asString();
		}
		String reference = rule.path("$ref").asString("");
		return reference.isEmpty() ? "what the schema says" : expected(this.schema.at(reference.substring(1)));
	}

	private static String quoted(@Nullable JsonNode node) {
		if (node == null || node.isContainer()) {
			return "this";
		}
		String text = node.isNull() ? "null" : node.asString();
		return "'" + ((text.length() > 60) ? text.substring(0, 60) + "…" : text) + "'";
	}

	private static String kind(JsonNode node) {
		return switch (node.getNodeType()) {
			case ARRAY -> "a list";
			case OBJECT, POJO -> "a map of keys";
			case NUMBER -> "a number";
			case BOOLEAN -> "a truth value";
			case NULL, MISSING -> "nothing";
			case STRING, BINARY -> "a text";
		};
	}

	private CatalogError at(Position position, String message, String expected) {
		return new CatalogError(this.document.file(), position.line(), position.column(), message, expected,
				CatalogError.Level.ERROR);
	}

	private static String pointer(NodePath path) {
		StringBuilder pointer = new StringBuilder();
		for (int index = 0; index < path.getNameCount(); index++) {
			pointer.append(YamlDocument.member("", String.valueOf(path.getElement(index))));
		}
		return pointer.toString();
	}

}
