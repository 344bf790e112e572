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
	public static String inert(String text) {
		if (text.chars().allMatch(DisplayText::harmless)) {
			return text;
		}
		StringBuilder shown = new StringBuilder(text.length());
		text.chars().forEach((character) -> shown.append(harmless(character) ? (char) character : picture(character)));
		return shown.toString();
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
