package io.watchfloor.run;

/** Makes text from targets harmless to look at. */
public final class DisplayText {

	private static final int PICTURES = 0x2400;

	private static final int DELETE = 0x7F;

	private DisplayText() {
	}

	/**
	 * Replaces control characters, terminal sequences among them, and marks that turn the
	 * writing direction with characters that can be seen. Tabs and line ends stay.
	 */
	public static String inert(String given) {
		String text = ends(given);
		int at = 0;
		while (at < text.length() && harmless(text, at)) {
			at += width(text, at);
		}
		if (at == text.length()) {
			return text;
		}
		StringBuilder shown = new StringBuilder(text.length()).append(text, 0, at);
		while (at < text.length()) {
			int next = at + width(text, at);
			if (harmless(text, at)) {
				shown.append(text, at, next);
			}
			else {
				shown.append(picture(text.codePointAt(at)));
			}
			at = next;
		}
		return shown.toString();
	}

	private static int width(String text, int at) {
		return Character.isSurrogate(text.charAt(at)) ? Character.charCount(text.codePointAt(at)) : 1;
	}

	// Half a character is not one, and PostgreSQL would not take it
	private static boolean harmless(String text, int at) {
		char c = text.charAt(at);
		return (c >= ' ' && c < DELETE) || harmless(text.codePointAt(at));
	}

	// Of a line end that HTTP and Windows write, one character is enough
	private static String ends(String text) {
		return (text.indexOf('\r') < 0) ? text : text.replace("\r\n", "\n");
	}

	private static boolean harmless(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t' || character == '\n';
			case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
				false;
			default -> true;
		};
	}

	private static char picture(int character) {
		if (character < ' ') {
			return (char) (PICTURES + character);
		}
		return (character == DELETE) ? '\u2421' : '\uFFFD';
	}

}
