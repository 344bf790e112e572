package io.watchfloor.catalog.file;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what a YAML parser stumbled over. */
final class YamlTrouble {

	private YamlTrouble() {
	}

	static Refused explain(MarkedYAMLException trouble, String text) {
		Position position = Position
			.of((trouble.getProblemMark() != null) ? trouble.getProblemMark() : trouble.getContextMark());
		String problem = String.valueOf(trouble.getProblem());
		if (problem.contains("TAB") || tabBefore(text, position)) {
			return new Refused(position, "the line is indented with a tab", "spaces; YAML forbids tabs there");
		}
		if (problem.contains("undefined alias")) {
			return new Refused(position, problem, "an anchor (&name) before the alias (*name)");
		}
		if (problem.contains("but found another document")) {
			return new Refused(position, "a second document begins here", "one document in the file");
		}
		if (problem.contains("mapping values are not allowed")) {
			return new Refused(position, "a colon is not expected here",
					"text that holds a colon and a space in quotes, or the right indentation");
		}
		return new Refused(position, problem, "valid YAML" + context(trouble));
	}

	private static String context(MarkedYAMLException trouble) {
		String context = trouble.getContext();
		return (context != null) ? " (" + context + ")" : "";
	}

	private static boolean tabBefore(String text, Position position) {
		String line = text.lines().skip(Math.max(0, position.line() - 1)).findFirst().orElse("");
		return line.isBlank() ? line.contains("\t") : line.substring(0, line.indexOf(line.strip())).contains("\t");
	}

}
