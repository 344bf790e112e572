package io.watchfloor.action.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.watchfloor.command.SimpleCommand;
import org.jspecify.annotations.Nullable;

/**
 * The one-line programs of {@code awk} that choose lines and print fields: {@code {print
 * $2}}, {@code NR>1 {print $1, $NF}}, {@code /error/ {print $0}},
 * {@code $3 == "Pending"}.
 *
 * @param separator of the fields; blanks when empty
 * @param test which lines; every one when absent
 * @param items what is printed of each, with what stands between already in it
 */
record Awk(String separator, @Nullable AwkTest test, List<String> items) implements TextFilter {

	private static final Pattern PROGRAM = Pattern.compile("\\s*([^{]*?)\\s*(?:\\{\\s*print\\b([^{}]*?);?\\s*})?\\s*");

	private static final Pattern ITEM = Pattern
		.compile("\\s*(\\$(?:[0-9]{1,3}|NF)|\"(?:[^\"\\\\]|\\\\[nt\"\\\\])*\"|,)");

	static Awk read(SimpleCommand stage) {
		Options options = Options.read(stage, "", "F", Map.of("--field-separator", "F"));
		String program = options.operand("the program");
		Matcher parts = PROGRAM.matcher(program);
		if (!parts.matches() || program.isBlank()) {
			throw options.problem("the program '" + program + "' is not understood; choosing lines and printing is.");
		}
		String separator = options.value("F").orElse("");
		if (separator.length() > 1) {
			throw options.problem("-F is understood with one character.");
		}
		AwkTest test = parts.group(1).isEmpty() ? null : AwkTest.read(options, parts.group(1));
		return new Awk(separator.isBlank() ? "" : separator, test, items(options, parts.group(2)));
	}

	private static List<String> items(Options options, @Nullable String printed) {
		if (printed == null || printed.isBlank()) {
			return List.of("$0");
		}
		List<String> items = new ArrayList<>();
		Matcher item = ITEM.matcher(printed);
		int at = 0;
		while (at < printed.length() && item.find(at) && item.start() == at) {
			String text = item.group(1);
			boolean comma = text.equals(",");
			if (comma && (items.isEmpty() || items.getLast().equals(" "))) {
				break;
			}
			items.add(comma ? " " : text.startsWith("$") ? text : literal(text));
			at = item.end();
		}
		if (at < printed.stripTrailing().length() || items.getLast().equals(" ")) {
			throw options.problem("'print" + printed + "' is not understood; fields and texts are.");
		}
		return List.copyOf(items);
	}

	/** A text, marked so that none can look like a field. */
	private static String literal(String quoted) {
		String inner = quoted.substring(1, quoted.length() - 1);
		return "=" + inner.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"").replace("\\\\", "\\");
	}

	@Override
	public List<String> apply(List<String> lines) {
		AwkTest chosen = this.test;
		return IntStream.range(0, lines.size())
			.filter((i) -> chosen == null || chosen.holds(i + 1, lines.get(i), fields(lines.get(i))))
			.mapToObj((i) -> print(lines.get(i), fields(lines.get(i))))
			.flatMap(String::lines)
			.toList();
	}

	private List<String> fields(String line) {
		if (line.isBlank()) {
			return List.of();
		}
		return List
			.of(this.separator.isEmpty() ? line.strip().split("\\s+") : line.split(Pattern.quote(this.separator), -1));
	}

	private String print(String line, List<String> fields) {
		StringBuilder printed = new StringBuilder();
		this.items.forEach((item) -> printed.append(switch (item.charAt(0)) {
			case '$' -> field(item, line, fields);
			case '=' -> item.substring(1);
			default -> item;
		}));
		return printed.isEmpty() ? "\n" : printed.toString();
	}

	static String field(String name, String line, List<String> fields) {
		int number = name.equals("$NF") ? fields.size() : Integer.parseInt(name.substring(1));
		if (number == 0) {
			return line;
		}
		return (number <= fields.size()) ? fields.get(number - 1) : "";
	}

}
