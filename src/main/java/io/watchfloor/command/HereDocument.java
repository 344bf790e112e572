package io.watchfloor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.command.Word.Expansion;
import io.watchfloor.command.Word.Literal;
import io.watchfloor.command.Word.Part;
import io.watchfloor.command.Word.Variable;

/** The text of a here-document as one word. */
final class HereDocument {

	/** What a shell changes where the delimiter is not quoted. */
	private static final Pattern EXPANDED = Pattern.compile("\\$([A-Za-z_]\\w*)|\\$\\{([A-Za-z_]\\w*)}|[$`\\\\]");

	private HereDocument() {
	}

	/**
	 * Makes the word.
	 * @param quoted whether any part of the delimiter is quoted, so that nothing is
	 * expanded
	 */
	static Word word(String text, boolean quoted) {
		return new Word(quoted ? literal(text) : parts(text), text);
	}

	private static List<Part> literal(String text) {
		return text.isEmpty() ? List.of() : List.of(new Literal(text));
	}

	private static List<Part> parts(String text) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = EXPANDED.matcher(text);
		int at = 0;
		while (matcher.find()) {
			parts.addAll(literal(text.substring(at, matcher.start())));
			at = matcher.end();
			String name = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
			if (name == null) {
				return List.of(new Expansion(Expansion.Kind.COMMAND, text));
			}
			parts.add(new Variable(name));
		}
		parts.addAll(literal(text.substring(at)));
		return parts;
	}

}
