package io.watchfloor.action.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/**
 * The flags and operands of a filter, read as GNU's {@code getopt} does: short flags may
 * stand together, a value may be attached, flags may follow operands.
 */
final class Options {

	private final String tool;

	private final Map<String, String> flags = new HashMap<>();

	private final List<String> operands = new ArrayList<>();

	private Options(String tool) {
		this.tool = tool;
	}

	/**
	 * Reads the words of a stage.
	 * @param switches the short flags without a value
	 * @param valued the short flags with a value
	 * @param longs long flags and the short flag that each stands for
	 * @throws Problem with category {@code NOT_UNDERSTOOD} for any other
	 */
	static Options read(SimpleCommand stage, String switches, String valued, Map<String, String> longs) {
		Options options = new Options(stage.tool().orElse("?"));
		if (!stage.redirections().isEmpty() || !stage.assignments().isEmpty()) {
			throw options.problem("redirections and variables are not understood here.");
		}
		Iterator<String> words = stage.arguments().stream().map(options::literal).toList().iterator();
		boolean flagsEnded = false;
		while (words.hasNext()) {
			String word = words.next();
			if (flagsEnded || !word.startsWith("-") || word.equals("-")) {
				options.operands.add(word);
			}
			else if (word.equals("--")) {
				flagsEnded = true;
			}
			else if (word.startsWith("--")) {
				options.longFlag(word, valued, longs, words);
			}
			else {
				options.shortFlags(word, switches, valued, words);
			}
		}
		return options;
	}

	private String literal(Word word) {
		return word.literal().orElseThrow(() -> problem("'" + word.source() + "' would be changed by a shell first."));
	}

	private void longFlag(String word, String valued, Map<String, String> longs, Iterator<String> words) {
		int equals = word.indexOf('=');
		String flag = longs.get((equals < 0) ? word : word.substring(0, equals));
		if (flag == null) {
			throw problem("the flag " + word + " is not understood.");
		}
		if (valued.contains(flag)) {
			put(flag, (equals < 0) ? value(word, words) : word.substring(equals + 1));
		}
		else if (equals < 0) {
			put(flag, "");
		}
		else {
			throw problem("the flag " + word + " takes no value.");
		}
	}

	private void shortFlags(String word, String switches, String valued, Iterator<String> words) {
		for (int i = 1; i < word.length(); i++) {
			String flag = word.substring(i, i + 1);
			if (i == 1 && Character.isDigit(word.charAt(1)) && valued.contains("#")) {
				put("#", word.substring(1));
				return;
			}
			if (valued.contains(flag) && !flag.equals("#")) {
				put(flag, (i + 1 < word.length()) ? word.substring(i + 1) : value(word, words));
				return;
			}
			if (!switches.contains(flag)) {
				throw problem("the flag -" + flag + " is not understood.");
			}
			put(flag, "");
		}
	}

	private String value(String flag, Iterator<String> words) {
		if (!words.hasNext()) {
			throw problem("the value of " + flag + " is missing.");
		}
		return words.next();
	}

	private void put(String flag, String value) {
		String before = this.flags.put(flag, value);
		if (before != null && !before.equals(value)) {
			throw problem("-" + flag + " is given twice.");
		}
	}

	boolean has(String flag) {
		return this.flags.containsKey(flag);
	}

	Optional<String> value(String flag) {
		return Optional.ofNullable(this.flags.get(flag));
	}

	/** A whole number, or the other value when the flag is absent. */
	int number(String flag, int otherwise) {
		String text = this.flags.get(flag);
		if (text == null) {
			return otherwise;
		}
		if (!text.matches("[0-9]{1,6}")) {
			throw problem("-" + flag + " needs a number, not '" + text + "'.");
		}
		return Integer.parseInt(text);
	}

	List<String> operands() {
		return List.copyOf(this.operands);
	}

	/** Demands that only flags were given: an operand would be a file to read. */
	void noOperands() {
		if (!this.operands.isEmpty()) {
			throw problem("'" + this.operands.getFirst() + "' would be read as a file.");
		}
	}

	/** The only operand. */
	String operand(String what) {
		if (this.operands.size() != 1) {
			throw problem(this.operands.isEmpty() ? what + " is missing."
					: "'" + this.operands.get(1) + "' would be read as a file.");
		}
		return this.operands.getFirst();
	}

	/** A problem that names the tool. */
	Problem problem(String message) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, this.tool + ": " + message);
	}

}
