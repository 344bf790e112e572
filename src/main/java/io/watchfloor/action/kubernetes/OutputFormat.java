package io.watchfloor.action.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * How an answer is shown.
 *
 * @param kind the form
 * @param template of a path or of columns; else empty
 */
record OutputFormat(Kind kind, String template) {

	enum Kind {

		TABLE, WIDE, NAME, JSON, YAML, PATH, COLUMNS

	}

	static OutputFormat parse(@Nullable String output) {
		if (output == null) {
			return new OutputFormat(Kind.TABLE, "");
		}
		return switch (output) {
			case "wide" -> new OutputFormat(Kind.WIDE, "");
			case "name" -> new OutputFormat(Kind.NAME, "");
			case "json" -> new OutputFormat(Kind.JSON, "");
			case "yaml" -> new OutputFormat(Kind.YAML, "");
			default -> template(output);
		};
	}

	private static OutputFormat template(String output) {
		if (output.startsWith("jsonpath=")) {
			String template = output.substring("jsonpath=".length());
			JsonPath.template(template);
			return new OutputFormat(Kind.PATH, template);
		}
		if (output.startsWith("custom-columns=")) {
			String columns = output.substring("custom-columns=".length());
			CustomColumns.parse(columns);
			return new OutputFormat(Kind.COLUMNS, columns);
		}
		throw new IllegalArgumentException("the output '" + output + "' is not understood");
	}

	/** Whether the server is asked for rows rather than objects. */
	boolean rows() {
		return this.kind == Kind.TABLE || this.kind == Kind.WIDE;
	}

}
