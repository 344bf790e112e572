package io.watchfloor.action.kubernetes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A line's words, parted into flags and the others as kubectl's parser parts them: flags
 * may stand anywhere, short ones may be joined, {@code --} ends them.
 */
final class FlaggedWords {

	private final String tool;

	private final FlagSet flags;

	private final Deque<Word> words;

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	private final List<String> plain = new ArrayList<>();

	private FlaggedWords(String tool, FlagSet flags, List<Word> words) {
		this.tool = tool;
		this.flags = flags;
		this.words = new ArrayDeque<>(words);
	}

	static FlaggedWords read(String tool, FlagSet flags, List<Word> words) {
		FlaggedWords read = new FlaggedWords(tool, flags, words);
		while (!read.words.isEmpty()) {
			read.take(read.words.remove());
		}
		return read;
	}

	private void take(Word word) {
		String text = text(word);
		if (text.equals("--")) {
			this.words.forEach((rest) -> this.plain.add(literal(rest)));
			this.words.clear();
		}
		else if (text.startsWith("--")) {
			int equals = text.indexOf('=');
			String name = (equals < 0) ? text.substring(2) : text.substring(2, equals);
			set(name, "--" + name, (equals < 0) ? null : text.substring(equals + 1));
		}
		else if (text.startsWith("-") && text.length() > 1) {
			letters(text.substring(1));
		}
		else {
			this.plain.add(literal(word));
		}
	}

	/** {@code -it}, {@code -nshop}, {@code -n=shop}, {@code -n shop}. */
	private void letters(String letters) {
		String rest = letters;
		while (!rest.isEmpty()) {
			String name = this.flags.longName(rest.charAt(0));
			String written = "-" + rest.charAt(0);
			if (name == null) {
				throw problem("the flag " + written + " is not understood.");
			}
			rest = rest.substring(1);
			boolean alone = this.flags.kind(name) == FlagSet.Kind.SWITCH && !rest.startsWith("=");
			if (alone) {
				set(name, written, null);
			}
			else {
				set(name, written, rest.isEmpty() ? null : rest.startsWith("=") ? rest.substring(1) : rest);
				rest = "";
			}
		}
	}

	private void set(String name, String written, @Nullable String value) {
		FlagSet.Kind kind = this.flags.kind(name);
		if (kind == null) {
			throw problem("the flag " + written + " is not understood.");
		}
		String text = switch (kind) {
			case SWITCH -> truth(written, (value != null) ? value : "true");
			case OPTIONAL -> (value != null) ? value : "";
			case TEXT, LIST -> (value != null) ? value : following(written);
		};
		List<String> all = this.values.computeIfAbsent(name, (_) -> new ArrayList<>());
		if (kind != FlagSet.Kind.LIST) {
			all.clear();
		}
		all.add(text);
	}

	private String following(String written) {
		Word next = this.words.poll();
		if (next == null) {
			throw problem("what belongs to " + written + " is missing.");
		}
		return text(next);
	}

	private String truth(String written, String value) {
		return switch (value) {
			case "1", "t", "T", "true", "TRUE", "True" -> "true";
			case "0", "f", "F", "false", "FALSE", "False" -> "false";
			default -> throw problem(written + " is true or false, not '" + value + "'.");
		};
	}

	/**
	 * A word's text. Brackets and stars stay, because a shell leaves a pattern that
	 * matches no file as it is; they are only right in the value of an output flag.
	 */
	private String text(Word word) {
		return word.literal().orElseGet(() -> {
			boolean harmless = word.parts().stream().allMatch(FlaggedWords::literalOrGlob);
			String joined = harmless ? word.parts().stream().map(FlaggedWords::source).collect(Collectors.joining())
					: "";
			if (!joined.contains("jsonpath=") && !joined.startsWith("{") && !joined.contains("columns=")) {
				throw problem("'" + word.source() + "' would be changed by a shell first.");
			}
			return joined;
		});
	}

	private static boolean literalOrGlob(Word.Part part) {
		return part instanceof Word.Literal
				|| (part instanceof Word.Expansion expansion && expansion.kind() == Word.Expansion.Kind.GLOB);
	}

	private static String source(Word.Part part) {
		return switch (part) {
			case Word.Literal(String text) -> text;
			case Word.Expansion expansion -> expansion.source();
			case Word.Variable(String name) -> "$" + name;
		};
	}

	private String literal(Word word) {
		return word.literal().orElseThrow(() -> problem("'" + word.source() + "' would be changed by a shell first."));
	}

	/** Adds what stands beside the words. */
	void put(String name, String value) {
		this.values.put(name, List.of(value));
	}

	/** The words that are no flags. */
	List<String> plain() {
		return this.plain;
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	boolean on(String name) {
		return "true".equals(text(name));
	}

	/** A switch that is on unless it says otherwise. */
	boolean notOff(String name) {
		return !"false".equals(text(name));
	}

	/** The last value given; absent also for an empty one. */
	@Nullable String text(String name) {
		List<String> all = this.values.getOrDefault(name, List.of());
		return (all.isEmpty() || all.getLast().isEmpty()) ? null : all.getLast();
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	@Nullable Integer number(String name) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException notNumber) {
			throw problem("--" + name + " must be a number, not '" + text + "'.");
		}
	}

	@Nullable Integer seconds(String name) {
		String text = text(name);
		try {
			return (text == null) ? null : Math.toIntExact(CommandText.duration(text).toSeconds());
		}
		catch (IllegalArgumentException refused) {
			throw problem("--" + name + ": " + refused.getMessage() + ".");
		}
	}

	/** The only plain word. */
	String single(String what) {
		if (this.plain.size() != 1) {
			throw problem(this.plain.isEmpty() ? what + " is missing."
					: "'" + this.plain.get(1) + "' is not understood behind " + what.toLowerCase(Locale.ROOT) + ".");
		}
		return this.plain.getFirst();
	}

	void none() {
		if (!this.plain.isEmpty()) {
			throw problem("'" + this.plain.getFirst() + "' is not understood here.");
		}
	}

	Duration duration(String name, Duration otherwise) {
		Integer seconds = seconds(name);
		return (seconds != null) ? Duration.ofSeconds(seconds) : otherwise;
	}

	Problem problem(String message) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, this.tool + ": " + message);
	}

}
