package io.watchfloor.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which flags and operands a command takes, written as one line:
 * {@code "-a,--all -qs -f,--filter=W+ --color?=W NUM | W P*"}. Spellings with commas are
 * one flag, named by the last; {@code -qs} are two; {@code =X} takes a value of kind X,
 * {@code ?=X} only when attached; {@code +} may be repeated; {@code NUM} is {@code -20}.
 * Behind the bar stand the operands, with {@code ?}, {@code *}, {@code +} or a choice
 * <code>{a,b}</code>. {@code single} at the start: flags are whole words behind one dash;
 * {@code stop}: everything behind the first operand is an operand.
 *
 * <p>
 * Kinds: see {@link ValueKind}.
 */
public final class FlagGrammar {

	private final Map<String, Flag> flags = new HashMap<>();

	private final OperandGrammar operands;

	private final boolean single;

	private final boolean stop;

	private FlagGrammar(String spec) {
		int bar = spec.indexOf('|');
		List<String> tokens = List.of(((bar < 0) ? spec : spec.substring(0, bar)).strip().split("\\s+", -1));
		this.single = tokens.contains("single");
		this.stop = tokens.contains("stop");
		tokens.stream().filter((token) -> token.startsWith("-") || token.equals("NUM")).forEach(this::add);
		this.operands = OperandGrammar.of((bar < 0) ? "" : spec.substring(bar + 1).strip());
	}

	/** Reads the line described above. */
	public static FlagGrammar of(String spec) {
		return new FlagGrammar(spec);
	}

	private void add(String token) {
		if (token.equals("NUM")) {
			this.flags.put("NUM", new Flag("NUM", Takes.ATTACHED, ValueKind.N, false));
			return;
		}
		int equals = token.indexOf('=');
		String spellings = (equals < 0) ? token : token.substring(0, equals).replace("?", "");
		if (equals < 0 && !this.single && token.matches("-[A-Za-z0-9]{2,}")) {
			token.substring(1).chars().forEach((letter) -> flag("-" + (char) letter, "", false));
			return;
		}
		boolean optional = equals > 0 && token.charAt(equals - 1) == '?';
		flag(spellings, (equals < 0) ? "" : token.substring(equals + 1), optional);
	}

	private void flag(String spellings, String kind, boolean optional) {
		String[] names = spellings.split(",", -1);
		Takes takes = kind.isEmpty() ? Takes.NOTHING : optional ? Takes.ATTACHED : Takes.VALUE;
		Flag flag = new Flag(names[names.length - 1], takes,
				kind.isEmpty() ? ValueKind.T : ValueKind.valueOf(kind.substring(0, 1)), kind.endsWith("+"));
		for (String name : names) {
			this.flags.put(name, flag);
		}
	}

	/**
	 * Takes every word.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD} at the
	 * first that does not fit
	 */
	public Given read(Arguments arguments) {
		Collector collector = collect(arguments, false);
		return new Given(collector.values, this.operands.take(arguments, collector.operands));
	}

	/** Takes the flags in front of the first operand, and leaves that. */
	public Given readLeading(Arguments arguments) {
		return new Given(collect(arguments, true).values, List.of());
	}

	private Collector collect(Arguments arguments, boolean leading) {
		Collector collector = new Collector(arguments);
		boolean ended = false;
		while (arguments.more()) {
			boolean dash = arguments.peek().filter((word) -> word.startsWith("-") && word.length() > 1).isPresent();
			if (leading && (ended || !dash)) {
				break;
			}
			String word = arguments.nextLiteral("an argument");
			if (!ended && word.equals("--")) {
				ended = true;
			}
			else if (!ended && dash) {
				collector.flag(word);
			}
			else {
				collector.operands.add(word);
				ended |= this.stop;
			}
		}
		return collector;
	}

	private enum Takes {

		NOTHING, VALUE, ATTACHED

	}

	private record Flag(String name, Takes takes, ValueKind kind, boolean many) {
	}

	/**
	 * What was given.
	 *
	 * @param values in order; a flag that takes none has an empty text
	 * @param operands in order; they belong to no flag
	 */
	public record Given(List<Value> values, List<Value> operands) {

		public Given {
			values = List.copyOf(values);
			operands = List.copyOf(operands);
		}

		/** Whether a flag was given, by its last spelling. */
		public boolean has(String flag) {
			return this.values.stream().anyMatch((value) -> value.flag().equals(flag));
		}

		/** The value of a flag that is given at most once. */
		public Optional<String> value(String flag) {
			return all(flag).stream().findFirst();
		}

		/** The operands' texts. */
		public List<String> words() {
			return this.operands.stream().map(Value::text).toList();
		}

		/** Every value and operand of a kind. */
		public List<String> of(ValueKind kind) {
			return Stream.concat(this.values.stream(), this.operands.stream())
				.filter((value) -> value.kind() == kind && !value.text().isEmpty())
				.map(Value::text)
				.toList();
		}

		/** The values of a flag. */
		public List<String> all(String flag) {
			return this.values.stream().filter((value) -> value.flag().equals(flag)).map(Value::text).toList();
		}

	}

	/** One flag as given, by its last spelling. */
	public record Value(String flag, ValueKind kind, String text) {
	}

	/** Takes flags apart. */
	private final class Collector {

		private final Arguments arguments;

		private final List<Value> values = new ArrayList<>();

		private final List<String> operands = new ArrayList<>();

		private Collector(Arguments arguments) {
			this.arguments = arguments;
		}

		private void flag(String word) {
			if (word.startsWith("--") || FlagGrammar.this.single) {
				whole(word);
			}
			else if (word.matches("-[0-9]+") && FlagGrammar.this.flags.containsKey("NUM")) {
				add(find("NUM"), word.substring(1));
			}
			else {
				cluster(word);
			}
		}

		private void whole(String word) {
			int equals = word.indexOf('=');
			Flag flag = find((equals < 0) ? word : word.substring(0, equals));
			if (equals >= 0 && flag.takes() == Takes.NOTHING) {
				throw this.arguments.problem("the flag " + flag.name() + " takes no value.");
			}
			if (equals >= 0) {
				add(flag, word.substring(equals + 1));
			}
			else {
				add(flag, (flag.takes() == Takes.VALUE) ? next(flag) : "");
			}
		}

		private void cluster(String word) {
			for (int i = 1; i < word.length(); i++) {
				Flag flag = find("-" + word.charAt(i));
				if (flag.takes() == Takes.VALUE) {
					String attached = word.substring(i + 1);
					if (attached.startsWith("=")) {
						throw this.arguments.problem("'" + word + "' is read differently by different tools.");
					}
					add(flag, attached.isEmpty() ? next(flag) : attached);
					return;
				}
				if (flag.takes() == Takes.ATTACHED) {
					add(flag, word.substring(i + 1));
					return;
				}
				add(flag, "");
			}
		}

		private String next(Flag flag) {
			return this.arguments.nextLiteral("the value of " + flag.name());
		}

		private Flag find(String name) {
			Flag flag = FlagGrammar.this.flags.get(name);
			if (flag == null) {
				throw this.arguments.problem("the flag " + name + " is not understood.");
			}
			return flag;
		}

		private void add(Flag flag, String text) {
			boolean twice = this.values.stream().anyMatch((value) -> value.flag().equals(flag.name()));
			if (twice && flag.takes() == Takes.VALUE && !flag.many()) {
				throw this.arguments.problem("the flag " + flag.name() + " is given twice.");
			}
			if ((flag.takes() == Takes.VALUE || !text.isEmpty()) && !flag.kind().accepts(text)) {
				throw this.arguments
					.problem("'" + text + "' is no " + flag.kind().title() + " for " + flag.name() + ".");
			}
			this.values.add(new Value(flag.name(), flag.kind(), text));
		}

	}

}
