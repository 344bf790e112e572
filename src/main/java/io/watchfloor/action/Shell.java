package io.watchfloor.action;

import java.util.regex.Pattern;

/** Spells words for a shell, for command lines that are shown and copied; never run. */
public final class Shell {

	private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private Shell() {
	}

	/** One word, quoted where a shell would change it. */
	public static String quote(String word) {
		if (BARE.matcher(word).matches()) {
			return word;
		}
		return CONTROL.matcher(word).find() ? ansi(word) : "'" + word.replace("'", "'\\''") + "'";
	}

	/** A word with control characters, as bash's {@code $'…'}. */
	private static String ansi(String word) {
		StringBuilder quoted = new StringBuilder("$'");
		word.codePoints().forEach((point) -> {
			switch (point) {
				case '\\', '\'' -> quoted.append('\\').appendCodePoint(point);
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> append(quoted, point);
			}
		});
		return quoted.append('\'').toString();
	}

	private static void append(StringBuilder quoted, int point) {
		if (Character.isISOControl(point)) {
			quoted.append("\\u%04x".formatted(point));
		}
		else {
			quoted.appendCodePoint(point);
		}
	}

}
