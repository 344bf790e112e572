package io.watchfloor.action.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Label and field selectors as an API server understands them. */
record Selectors(String labels, String fields) {

	private static final Pattern SET = Pattern.compile("(\\S+) (in|notin) \\(([^)]*)\\)");

	boolean match(JsonNode object) {
		Map<String, String> labels = Json.map(object.path("metadata").path("labels"));
		return Arrays.stream(this.labels.split(",(?![^(]*\\))"))
			.filter((part) -> !part.isBlank())
			.allMatch((part) -> label(part.strip(), labels))
				&& Arrays.stream(this.fields.split(","))
					.filter((part) -> !part.isBlank())
					.allMatch((part) -> field(part.strip(), object));
	}

	private static boolean label(String part, Map<String, String> labels) {
		Matcher set = SET.matcher(part);
		if (set.matches()) {
			boolean in = List.of(set.group(3).split(",")).contains(labels.getOrDefault(set.group(1), "\0"));
			return in == set.group(2).equals("in");
		}
		if (part.contains("!=")) {
			String[] sides = part.split("!=", 2);
			return !sides[1].equals(labels.get(sides[0]));
		}
		if (part.contains("=")) {
			String[] sides = part.split("==?", 2);
			return sides[1].equals(labels.get(sides[0]));
		}
		return part.startsWith("!") ? !labels.containsKey(part.substring(1)) : labels.containsKey(part);
	}

	private static boolean field(String part, JsonNode object) {
		boolean not = part.contains("!=");
		String[] sides = part.split(not ? "!=" : "==?", 2);
		boolean equal = Json.text(object, sides[0].split("\\.")).equals(sides[1]);
		return equal != not;
	}

}
