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
		if (text.chars().allMatch(DisplayText::harmless)) {
			return text;
		}
		StringBuilder shown = new StringBuilder(text.length());
		text.chars().forEach((character) -> shown.append(harmless(character) ? (char) character : picture(character)));
		return shown.toString();
	}

	// Of a line end that HTTP and Windows write, one character is enough
	private static String ends(String text) {
		return text.replace("\r\n", "\n");
	}

	private static boolean harmless(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t' || character == '\n';
			case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
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
