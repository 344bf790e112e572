package io.watchfloor.action.kubernetes;

import java.time.Duration;
import java.util.List;

import io.watchfloor.action.Shell;
import org.jspecify.annotations.Nullable;

/** Spells a command line, leaving out what is not set. */
final class CommandText {

	private final StringBuilder line;

	CommandText(String tool) {
		this.line = new StringBuilder(tool);
	}

	/** Adds words that need no quotes. */
	CommandText verbatim(String words) {
		this.line.append(' ').append(words);
		return this;
	}

	CommandText word(@Nullable String word) {
		return (word == null || word.isEmpty()) ? this : verbatim(Shell.quote(word));
	}

	CommandText words(List<String> words) {
		words.forEach(this::word);
		return this;
	}

	/** {@code --name=value}; nothing for an absent or empty value. */
	CommandText option(String name, @Nullable String value) {
		return (value == null || value.isEmpty()) ? this : verbatim(name + "=" + Shell.quote(value));
	}

	CommandText option(String name, @Nullable Integer value) {
		return (value == null) ? this : verbatim(name + "=" + value);
	}

	CommandText seconds(String name, @Nullable Integer value) {
		return (value == null) ? this : verbatim(name + "=" + value + "s");
	}

	CommandText flag(String name, boolean on) {
		return on ? verbatim(name) : this;
	}

	@Override
	public String toString() {
		return this.line.toString();
	}

	/** {@code 90s}, {@code 5m}, {@code 1h30m} as Go writes durations; whole seconds. */
	static Duration duration(String text) {
		if (!text.matches("([0-9]{1,9}(\\.[0-9]{1,3})?(h|m|s))+|0")) {
			throw new IllegalArgumentException("'" + text + "' is no duration such as 90s, 5m or 1h30m");
		}
		java.util.regex.Matcher part = java.util.regex.Pattern.compile("([0-9.]+)([hms])").matcher(text);
		double seconds = 0;
		while (part.find()) {
			int factor = switch (part.group(2)) {
				case "h" -> 3600;
				case "m" -> 60;
				default -> 1;
			};
			seconds += Double.parseDouble(part.group(1)) * factor;
		}
		if (seconds != Math.rint(seconds) || seconds > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("'" + text + "' is not in whole seconds");
		}
		return Duration.ofSeconds((long) seconds);
	}

}
