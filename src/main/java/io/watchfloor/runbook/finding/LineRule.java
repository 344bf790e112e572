package io.watchfloor.runbook.finding;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;

/**
 * A rule that one look at a command's text decides.
 *
 * @param rule what is wrong
 * @param message said where it is found
 * @param found whether a command, with the block it stands in, is wrong
 */
record LineRule(Rule rule, String message, Predicate<CodeLine> found) {

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'", Pattern.DOTALL);

	static LineRule of(String id, Severity severity, String title, String explanation, String message,
			Predicate<CodeLine> found) {
		return new LineRule(new Rule(id, severity, title, explanation), message, found);
	}

	/** Found where the command's text matches. */
	static Predicate<CodeLine> line(String pattern) {
		Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
		return (line) -> compiled.matcher(line.line().text()).find();
	}

	/** Found where the command's text matches; what stands in quotes is empty. */
	static Predicate<CodeLine> unquoted(String pattern) {
		Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
		return (line) -> compiled.matcher(QUOTED.matcher(line.line().text()).replaceAll("''")).find();
	}

	/** Found where the block matches. */
	static Predicate<CodeLine> block(String pattern) {
		Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
		return (line) -> compiled.matcher(line.line().block()).find();
	}

	/** Found where what stands above the command in its block matches. */
	static Predicate<CodeLine> above(String pattern) {
		Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
		return (line) -> compiled
			.matcher(line.line().block().substring(0, Math.min(line.line().offset(), line.line().block().length())))
			.find();
	}

}
