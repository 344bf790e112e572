package io.watchfloor.action.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code cut -d X -f LIST} and {@code cut -c LIST}.
 *
 * @param delimiter between fields; empty to count characters
 * @param places which fields or characters, from 1
 * @param openFrom from which one on all are kept, where the list ends openly
 * @param onlyDelimited whether lines without the delimiter are left out
 */
record Cut(String delimiter, TreeSet<Integer> places, Optional<Integer> openFrom,
		boolean onlyDelimited) implements TextFilter {

	private static final int FURTHEST = 10_000;

	private static final Pattern RANGE = Pattern.compile("([0-9]{1,4})?(-)?([0-9]{1,4})?");

	static Cut read(SimpleCommand stage) {
		Options options = Options.read(stage, "s", "dfc",
				Map.of("--delimiter", "d", "--fields", "f", "--characters", "c"));
		options.noOperands();
		if (options.has("f") == options.has("c") || (options.has("c") && options.has("d"))) {
			throw options.problem("either -f or -c is understood.");
		}
		String delimiter = options.has("c") ? "" : options.value("d").orElse("\t");
		if (options.has("f") && delimiter.length() != 1) {
			throw options.problem("-d takes one character.");
		}
		Cut cut = new Cut(delimiter, new TreeSet<>(), Optional.empty(), options.has("s"));
		for (String range : options.value("f").or(() -> options.value("c")).orElse("").split(",", -1)) {
			cut = cut.with(options, range);
		}
		return cut;
	}

	private Cut with(Options options, String range) {
		Matcher parts = RANGE.matcher(range);
		if (!parts.matches() || range.isEmpty() || range.equals("-") || range.startsWith("0")) {
			throw options.problem("'" + range + "' is no list of fields.");
		}
		int from = (parts.group(1) != null) ? Integer.parseInt(parts.group(1)) : 1;
		if (parts.group(2) != null && parts.group(3) == null) {
			int open = this.openFrom.map((before) -> Math.min(before, from)).orElse(from);
			return new Cut(this.delimiter, this.places, Optional.of(open), this.onlyDelimited);
		}
		int to = (parts.group(3) != null) ? Integer.parseInt(parts.group(3)) : from;
		for (int place = from; place <= Math.min(to, FURTHEST); place++) {
			this.places.add(place);
		}
		return this;
	}

	@Override
	public List<String> apply(List<String> lines) {
		return lines.stream()
			.filter((line) -> !this.onlyDelimited || line.contains(this.delimiter))
			.map((line) -> this.delimiter.isEmpty() ? bytes(line) : cut(line))
			.toList();
	}

	/** GNU's -c counts bytes. */
	private String bytes(String line) {
		String one = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		return new String(chosen(one.split("")).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	private String cut(String line) {
		return line.contains(this.delimiter) ? chosen(line.split(Pattern.quote(this.delimiter), -1)) : line;
	}

	private String chosen(String[] parts) {
		return IntStream.rangeClosed(1, parts.length)
			.filter((place) -> this.places.contains(place) || this.openFrom.filter((open) -> place >= open).isPresent())
			.mapToObj((place) -> parts[place - 1])
			.collect(Collectors.joining(this.delimiter));
	}

}
