package io.watchfloor.action.kubernetes;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code kubectl wait --for=…} waits for.
 *
 * @param kind what is looked at
 * @param name of the condition, or the path
 * @param value wanted; for a path, absent when any value will do
 */
record WaitCondition(Kind kind, String name, @Nullable String value) {

	enum Kind {

		CONDITION, PATH, DELETED, CREATED

	}

	static WaitCondition parse(String text) {
		if (text.equals("delete") || text.equals("create")) {
			return new WaitCondition(text.equals("delete") ? Kind.DELETED : Kind.CREATED, "", null);
		}
		if (text.matches("condition=[A-Za-z0-9._/-]+(=[A-Za-z]+)?")) {
			String[] parts = text.substring("condition=".length()).split("=", 2);
			return new WaitCondition(Kind.CONDITION, parts[0], (parts.length > 1) ? parts[1] : "true");
		}
		if (text.startsWith("jsonpath=")) {
			String rest = text.substring("jsonpath=".length()).replaceAll("^'|'$", "");
			int close = rest.lastIndexOf('}');
			int equals = rest.indexOf('=', Math.max(close, 0));
			String path = (equals < 0) ? rest : rest.substring(0, equals).replaceAll("'$", "");
			JsonPath.field(path);
			return new WaitCondition(Kind.PATH, path,
					(equals < 0) ? null : rest.substring(equals + 1).replaceAll("^['\"]|['\"]$", ""));
		}
		throw new IllegalArgumentException("'" + text + "' is no condition that can be waited for");
	}

	/** Whether an object that is there has come to it. */
	boolean met(JsonNode object) {
		return switch (this.kind) {
			case DELETED -> false;
			case CREATED -> true;
			case PATH -> path(object);
			case CONDITION -> condition(object);
		};
	}

	private boolean path(JsonNode object) {
		String found = JsonPath.field(this.name).text(object);
		return (this.value == null) ? !found.isEmpty() : this.value.equals(found);
	}

	/** A condition about an older generation does not count. */
	private boolean condition(JsonNode object) {
		return Json.list(object.path("status").path("conditions"))
			.stream()
			.filter((condition) -> Json.text(condition, "type").equalsIgnoreCase(this.name))
			.filter((condition) -> Json.number(Long.MAX_VALUE, condition, "observedGeneration") >= Json.number(object,
					"metadata", "generation"))
			.anyMatch((condition) -> Json.text(condition, "status")
				.toLowerCase(Locale.ROOT)
				.equals(String.valueOf(this.value).toLowerCase(Locale.ROOT)));
	}

}
