package io.watchfloor.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.command.Word;

/**
 * The flags and operands of a tool, as the GNU way of writing them has it:
 * {@code -tAc x}, {@code -hname}, {@code --host=name}, {@code --host name}, and
 * {@code --} before what only looks like a flag. A flag that the grammar does not hold is
 * a problem of category {@code NOT_UNDERSTOOD} that names it.
 *
 * @param given the flags, in order, by the first of their spellings in the grammar
 * @param operands the words that are no flags, in order
 */
public record Options(List<Given> given, List<Word> operands) {

	public Options {
		given = List.copyOf(given);
		operands = List.copyOf(operands);
	}

	/**
	 * A flag as given.
	 *
	 * @param name its first spelling
	 * @param value what follows it; an empty word for a flag that stands alone
	 */
	public record Given(String name, Word value) {
	}

	/** Starts a grammar. */
	public static Grammar grammar() {
		return new Grammar();
	}

	/** Whether a flag was given. */
	public boolean has(String name) {
		return this.given.stream().anyMatch((one) -> one.name().equals(name));
	}

	/** What was given for a flag, in order. */
	public List<Word> all(String name) {
		return this.given.stream().filter((one) -> one.name().equals(name)).map(Given::value).toList();
	}

	/** What was given last for a flag, which is what counts. */
	public Optional<Word> last(String name) {
		return Optional.ofNullable(all(name)).filter((values) -> !values.isEmpty()).map(List::getLast);
	}

	/** Which flags a tool knows. */
	public static final class Grammar {

		private final Map<String, String> names = new LinkedHashMap<>();

		private final Map<String, Boolean> valued = new LinkedHashMap<>();

		private boolean stopsAtOperand;

		private boolean apart;

		private Grammar() {
		}

		/** A flag without a value, by its spellings. */
		public Grammar alone(String... spellings) {
			return add(false, spellings);
		}

		/** A flag with a value, by its spellings. */
		public Grammar valued(String... spellings) {
			return add(true, spellings);
		}

		/** After the first operand everything is an operand. */
		public Grammar stopsAtOperand() {
			this.stopsAtOperand = true;
			return this;
		}

		/** A value is always a word of its own, and short flags are not put together. */
		public Grammar apart() {
			this.apart = true;
			return this;
		}

		private Grammar add(boolean withValue, String... spellings) {
			for (String spelling : spellings) {
				this.names.put(spelling, spellings[0]);
			}
			this.valued.put(spellings[0], withValue);
			return this;
		}

		/** Reads all words that are left. */
		public Options read(Arguments arguments) {
			Reading reading = new Reading(this, arguments);
			while (arguments.more()) {
				reading.word(arguments.next("a word"));
			}
			return new Options(reading.given, reading.operands);
		}

	}

	/** Collects while it reads. */
	private static final class Reading {

		private final Grammar grammar;

		private final Arguments arguments;

		private final List<Given> given = new ArrayList<>();

		private final List<Word> operands = new ArrayList<>();

		private boolean onlyOperands;

		private Reading(Grammar grammar, Arguments arguments) {
			this.grammar = grammar;
			this.arguments = arguments;
		}

		private void word(Word word) {
			String start = start(word);
			if (this.onlyOperands || !start.startsWith("-") || (start.equals("-") && word.literal().isPresent())) {
				this.operands.add(word);
				this.onlyOperands |= this.grammar.stopsAtOperand;
			}
			else if (start.equals("--") && word.parts().size() == 1) {
				this.onlyOperands = true;
			}
			else if (start.startsWith("--") || this.grammar.apart || this.grammar.names.containsKey(start)) {
				written(word, start);
			}
			else {
				combined(word, start);
			}
		}

		/** The literal text with which a word starts. */
		private static String start(Word word) {
			return (!word.parts().isEmpty() && word.parts().getFirst() instanceof Word.Literal(String text)) ? text
					: "";
		}

		/** {@code --host}, {@code --host=name}, {@code -h}. */
		private void written(Word word, String start) {
			int equals = (start.startsWith("--") && !this.grammar.apart) ? start.indexOf('=') : -1;
			String spelling = (equals < 0) ? start : start.substring(0, equals);
			String name = name(spelling);
			boolean withValue = Boolean.TRUE.equals(this.grammar.valued.get(name));
			if (equals < 0 && word.parts().size() > 1 && !start.startsWith("--") && !this.grammar.apart) {
				attached(name, spelling, withValue, without(word, start.length()));
			}
			else if (equals < 0) {
				demandLiteral(word);
				this.given.add(new Given(name, withValue ? this.arguments.next("the value of " + spelling) : NOTHING));
			}
			else {
				attached(name, spelling, withValue, without(word, equals + 1));
			}
		}

		private void attached(String name, String spelling, boolean withValue, Word value) {
			if (!withValue) {
				throw this.arguments.problem("the flag " + spelling + " takes no value.");
			}
			this.given.add(new Given(name, value));
		}

		/** {@code -tAc}, {@code -hname}. */
		private void combined(Word word, String start) {
			for (int at = 1; at < start.length(); at++) {
				String name = name("-" + start.charAt(at));
				if (Boolean.TRUE.equals(this.grammar.valued.get(name))) {
					boolean last = at == start.length() - 1 && word.parts().size() == 1;
					this.given.add(new Given(name,
							last ? this.arguments.next("the value of -" + start.charAt(at)) : without(word, at + 1)));
					return;
				}
				this.given.add(new Given(name, NOTHING));
			}
			demandLiteral(word);
		}

		private void demandLiteral(Word word) {
			if (word.literal().isEmpty()) {
				throw this.arguments.problem("'" + word.source() + "' is not understood.");
			}
		}

		private String name(String spelling) {
			String name = this.grammar.names.get(spelling);
			if (name == null) {
				throw this.arguments.problem("the flag " + spelling + " is not understood.");
			}
			return name;
		}

		/** What is left of a word after the first characters of its first part. */
		private static Word without(Word word, int length) {
			String rest = start(word).substring(length);
			Stream<Word.Part> parts = word.parts().stream().skip(1);
			return new Word((rest.isEmpty() ? parts : Stream.concat(Stream.of(new Word.Literal(rest)), parts)).toList(),
					word.source());
		}

	}

	private static final Word NOTHING = new Word(List.of(), "");

}
