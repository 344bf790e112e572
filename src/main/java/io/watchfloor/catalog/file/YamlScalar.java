package io.watchfloor.catalog.file;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.kernel.CanonicalJson;

/** Writes values as YAML that reads back as the same, in any place. */
final class YamlScalar {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 _./()+-]*[A-Za-z0-9)]|[A-Za-z]");

	private static final Pattern TIME = Pattern.compile("[0-9]{1,6}[smhd](\\.\\.[0-9]{1,6}[smhd])?");

	private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

	private YamlScalar() {
	}

	static String of(Object value) {
		if (value instanceof Integer number) {
			return number.toString();
		}
		String text = value.toString();
		boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
		return (plain || TIME.matcher(text).matches()) ? text : quoted(text);
	}

	/** As JSON does, and without the line breaks and marks that only YAML knows. */
	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder();
		CanonicalJson.write(text).chars().forEach((c) -> {
			boolean special = (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
			quoted.append(special ? "\\u%04x".formatted(c) : String.valueOf((char) c));
		});
		return quoted.toString();
	}

	/** On one line. */
	static String flow(Map<String, Object> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + ": " + of(field.getValue()))
			.collect(Collectors.joining(", ", "{ ", " }"));
	}

	/** A line for each, the first without indentation. */
	static String block(Map<String, Object> fields, int indent, String lineEnd) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + ": " + of(field.getValue()))
			.collect(Collectors.joining(lineEnd + " ".repeat(indent)));
	}

}
