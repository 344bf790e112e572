package io.watchfloor.action.filter;

import java.util.List;
import java.util.Map;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code tr} of single characters.
 *
 * @param from the characters that are replaced or taken away
 * @param to what each becomes; empty takes them away
 */
record Translate(String from, String to) implements TextFilter {

	static Translate read(SimpleCommand stage) {
		Options options = Options.read(stage, "d", "", Map.of("--delete", "d"));
		List<String> sets = options.operands().stream().map((set) -> characters(options, set)).toList();
		boolean delete = options.has("d");
		if (sets.size() != (delete ? 1 : 2) || (!delete && sets.get(0).length() != sets.get(1).length())) {
			throw options.problem("a set of characters and what each becomes is understood, or -d and a set.");
		}
		return new Translate(sets.get(0), delete ? "" : sets.get(1));
	}

	private static String characters(Options options, String set) {
		String plain = switch (set) {
			case "a-z", "[:lower:]" -> "abcdefghijklmnopqrstuvwxyz";
			case "A-Z", "[:upper:]" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
			case String other -> other.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
		};
		if (plain.isEmpty() || (plain.length() > 1 && plain.matches(".*([\\[\\\\]|.-.).*")
				&& !plain.equals("abcdefghijklmnopqrstuvwxyz"))) {
			throw options.problem("the set '" + set + "' is not understood; plain characters are.");
		}
		return plain;
	}

	@Override
	public List<String> apply(List<String> lines) {
		StringBuilder translated = new StringBuilder();
		(String.join("\n", lines) + "\n").chars().forEach((c) -> {
			int place = this.from.indexOf(c);
			if (place < 0) {
				translated.append((char) c);
			}
			else if (!this.to.isEmpty()) {
				translated.append(this.to.charAt(place));
			}
		});
		return translated.toString().lines().toList();
	}

}
