package io.watchfloor.action;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/**
 * The words after a tool, taken one by one. What is not taken as expected is a problem of
 * category {@code NOT_UNDERSTOOD} that names the word.
 */
public final class Arguments {

	private final String tool;

	private final Deque<Word> words;

	private Arguments(String tool, Deque<Word> words) {
		this.tool = tool;
		this.words = words;
	}

	/**
	 * The words of one stage. Refuses redirections and variables set before the tool.
	 * @param stage the stage
	 * @param secretVariables variables that may be set from another variable, because the
	 * catalog supplies what they carry: {@code PGPASSWORD=$DB_PASSWORD}
	 */
	public static Arguments of(SimpleCommand stage, Set<String> secretVariables) {
		Arguments arguments = new Arguments(stage.tool().orElse("?"), new ArrayDeque<>(stage.arguments()));
		if (!stage.redirections().isEmpty()) {
			throw arguments.problem("the redirection " + stage.redirections().getFirst().operator()
					+ " is not understood; only the answer on the screen is.");
		}
		stage.assignments().forEach((assignment) -> {
			if (!secretVariables.contains(assignment.name()) || assignment.value().variable().isEmpty()) {
				throw arguments.problem("setting " + assignment.name() + " for one command is not understood.");
			}
		});
		return arguments;
	}

	/** Whether words are left. */
	public boolean more() {
		return !this.words.isEmpty();
	}

	/** Takes the next word. */
	public Word next(String what) {
		Word word = this.words.poll();
		if (word == null) {
			throw problem(what + " is missing.");
		}
		return word;
	}

	/** Takes the next word, which must stand for itself. */
	public String nextLiteral(String what) {
		Word word = next(what);
		return word.literal()
			.orElseThrow(() -> problem(what + " is '" + word.source() + "', which a shell would change first."));
	}

	/** Takes the next word, which must be a whole number in the range. */
	public int nextNumber(String what, int least, int most) {
		String text = nextLiteral(what);
		try {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException notNumber) {
			// the problem below says it
		}
		throw problem(what + " must be a number from " + least + " to " + most + ", not '" + text + "'.");
	}

	/** The next word's text without taking it; empty at the end or when not literal. */
	public Optional<String> peek() {
		return Optional.ofNullable(this.words.peek()).flatMap(Word::literal);
	}

	/** Demands that nothing is left. */
	public void end() {
		if (more()) {
			throw problem("'" + this.words.element().source() + "' is not understood.");
		}
	}

	/** A problem that names the tool. */
	public Problem problem(String message) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, this.tool + ": " + message);
	}

}
