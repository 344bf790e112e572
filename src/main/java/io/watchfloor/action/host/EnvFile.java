package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;

/**
 * A file of variables, line by line.
 *
 * @param file as it is
 * @param lines without their ends
 */
record EnvFile(HostFile file, List<String> lines) {

	private static final Pattern LINE = Pattern.compile("(\\s*(?:export\\s+)?)([A-Za-z_][A-Za-z0-9_]*)=(.*)");

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]*");

	/**
	 * Reads it.
	 * @throws Problem when a line is neither a variable nor a comment, or one variable
	 * stands twice
	 */
	static EnvFile of(HostFile file) {
		List<String> lines = List.of(file.content().split("\n", -1));
		Map<String, Integer> seen = new LinkedHashMap<>();
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			Matcher variable = LINE.matcher(line);
			boolean nothing = line.isBlank() || line.stripLeading().startsWith("#");
			if (!nothing && !variable.matches()) {
				throw no("Line " + (at + 1) + " of " + file.path()
						+ " is neither a variable nor a comment. It is no file of variables; change it by hand.");
			}
			if (!nothing && seen.put(variable.group(2), at) != null) {
				throw no(variable.group(2) + " stands twice in " + file.path()
						+ ". Take one of them out by hand first.");
			}
		}
		return new EnvFile(file, lines);
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

	/**
	 * A variable's value, without quotes.
	 * @throws Problem when it is written in a way that could not be put back
	 */
	Optional<String> value(String name) {
		return this.lines.stream()
			.map(LINE::matcher)
			.filter((line) -> line.matches() && line.group(2).equals(name))
			.findFirst()
			.map((line) -> plain(name, line.group(3)));
	}

	private String plain(String name, String written) {
		String text = written.strip();
		boolean quoted = text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"')
				&& text.charAt(text.length() - 1) == text.charAt(0);
		String value = quoted ? text.substring(1, text.length() - 1) : text;
		boolean odd = value.matches(".*['\"\\\\$].*") || (!quoted && value.contains(" #"));
		if (odd) {
			throw no(name + " of " + this.file.path() + " is written in a way that could not be put back exactly."
					+ " Change it by hand.");
		}
		return value;
	}

	/** The file with other variables; a new one stands at the end. */
	HostFile changed(EnvFileEdit edit) {
		List<String> after = new ArrayList<>();
		Map<String, String> left = new TreeMap<>(edit.set());
		for (String line : this.lines) {
			Matcher variable = LINE.matcher(line);
			String name = variable.matches() ? variable.group(2) : "";
			String value = left.remove(name);
			if (value != null) {
				after.add(variable.group(1) + name + "=" + written(value));
			}
			else if (!edit.remove().contains(name)) {
				after.add(line);
			}
		}
		if (!left.isEmpty()) {
			boolean ended = !after.isEmpty() && after.getLast().isEmpty();
			int at = ended ? after.size() - 1 : after.size();
			List<String> added = left.entrySet()
				.stream()
				.map((one) -> one.getKey() + "=" + written(one.getValue()))
				.toList();
			after.addAll(at, added);
			if (!ended) {
				after.add("");
			}
		}
		return this.file.with(String.join("\n", after));
	}

	private static String written(String value) {
		return PLAIN.matcher(value).matches() ? value : "'" + value + "'";
	}

}
