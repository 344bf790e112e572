package io.watchfloor.action.filter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.watchfloor.command.SimpleCommand;

/**
 * {@code grep} over lines.
 *
 * @param invert keeps the others
 * @param count says how many lines match instead of which
 * @param only keeps only what matched
 * @param numbered puts the line's number before it
 * @param before how many lines before a match are kept too
 * @param after how many lines behind a match are kept too
 * @param most how many matches are looked for
 */
record Grep(Pattern pattern, boolean invert, boolean count, boolean only, boolean numbered, int before, int after,
		int most) implements TextFilter {

	private static final Map<String, String> LONGS = Map.ofEntries(Map.entry("--ignore-case", "i"),
			Map.entry("--invert-match", "v"), Map.entry("--extended-regexp", "E"), Map.entry("--fixed-strings", "F"),
			Map.entry("--word-regexp", "w"), Map.entry("--line-regexp", "x"), Map.entry("--count", "c"),
			Map.entry("--only-matching", "o"), Map.entry("--line-number", "n"), Map.entry("--regexp", "e"),
			Map.entry("--after-context", "A"), Map.entry("--before-context", "B"), Map.entry("--context", "C"),
			Map.entry("--max-count", "m"), Map.entry("--no-filename", "h"), Map.entry("--line-buffered", "u"),
			Map.entry("--color", "y"), Map.entry("--colour", "y"), Map.entry("--text", "a"));

	static Grep read(SimpleCommand stage, boolean extended) {
		SimpleCommand plain = WithoutColour.of(stage);
		Options options = Options.read(plain, "ivEFGwxconhuya", "eABCm", LONGS);
		String pattern = options.value("e").orElseGet(() -> options.operand("the text to look for"));
		if (options.has("e")) {
			options.noOperands();
		}
		boolean ere = extended || options.has("E");
		if ((options.has("F") ? 1 : 0) + (options.has("E") ? 1 : 0) + (options.has("G") ? 1 : 0) > 1) {
			throw options.problem("only one of -E, -F and -G can hold.");
		}
		String regex = options.has("F") ? Pattern.quote(pattern) : new PosixPattern(options, pattern, ere).regex();
		regex = options.has("x") ? "^(?:" + regex + ")$" : regex;
		regex = options.has("w") ? word(options, regex) : regex;
		int context = options.number("C", 0);
		if (options.has("o") && (options.has("v") || options.has("c"))) {
			throw options.problem("-o together with -v or -c is not understood.");
		}
		return new Grep(PosixPattern.compile(options, regex, options.has("i")), options.has("v"), options.has("c"),
				options.has("o"), options.has("n"), options.number("B", context), options.number("A", context),
				options.number("m", Integer.MAX_VALUE));
	}

	/** Both ends of a word must be ones, or grep would look for a shorter match. */
	private static String word(Options options, String regex) {
		if (!regex.matches("[A-Za-z0-9_]+")) {
			throw options.problem("-w is understood with a plain word only.");
		}
		return "\\b" + regex + "\\b";
	}

	@Override
	public List<String> apply(List<String> lines) {
		BitSet hits = new BitSet();
		for (int i = 0; i < lines.size() && hits.cardinality() < this.most; i++) {
			hits.set(i, this.pattern.matcher(lines.get(i)).find() != this.invert);
		}
		if (this.count) {
			return List.of(Integer.toString(hits.cardinality()));
		}
		return this.only ? matches(lines, hits) : kept(lines, hits);
	}

	private List<String> matches(List<String> lines, BitSet hits) {
		List<String> found = new ArrayList<>();
		hits.stream().forEach((line) -> {
			Matcher matcher = this.pattern.matcher(lines.get(line));
			while (matcher.find()) {
				if (!matcher.group().isEmpty()) {
					found.add((this.numbered ? (line + 1) + ":" : "") + matcher.group());
				}
			}
		});
		return found;
	}

	private List<String> kept(List<String> lines, BitSet hits) {
		BitSet wanted = new BitSet();
		hits.stream()
			.forEach((line) -> wanted.set(Math.max(0, line - this.before),
					(int) Math.min(lines.size(), (long) line + this.after + 1)));
		List<String> kept = new ArrayList<>();
		int last = -1;
		for (int line = wanted.nextSetBit(0); line >= 0; line = wanted.nextSetBit(line + 1)) {
			if (last >= 0 && line > last + 1 && this.before + this.after > 0) {
				kept.add("--");
			}
			kept.add((this.numbered ? (line + 1) + (hits.get(line) ? ":" : "-") : "") + lines.get(line));
			last = line;
		}
		return kept;
	}

}
