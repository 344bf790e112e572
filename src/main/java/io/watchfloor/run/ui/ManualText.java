package io.watchfloor.run.ui;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a manual step says beyond its title, which stands above it already. */
final class ManualText {

	/** What makes a list item of a line. */
	private static final Pattern MARKER = Pattern.compile("^\\s*(?:[-*+]|\\d{1,2}[.)])\\s+(?:\\[[ xX]]\\s+)?");

	private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private ManualText() {
	}

	/**
	 * The text without a first line that only repeats the title.
	 * @return empty when nothing remains
	 */
	static Optional<String> beyond(String title, String markdown) {
		List<String> lines = markdown.strip().lines().toList();
		if (lines.isEmpty() || !words(lines.getFirst()).equals(words(title)) || lines.getFirst().contains("](")) {
			return Optional.of(markdown).filter((text) -> !text.isBlank());
		}
		String rest = lines.stream().skip(1).collect(Collectors.joining("\n")).stripIndent().strip();
		return Optional.of(rest).filter((text) -> !text.isEmpty());
	}

	private static String words(String line) {
		return NO_WORDS.matcher(MARKER.matcher(line).replaceFirst("")).replaceAll(" ").strip();
	}

}
