package io.watchfloor.command;

import java.util.List;
import java.util.Optional;

/**
 * A command without its pipes: {@code A=b tool word word > file}.
 *
 * @param assignments the leading {@code NAME=value}s
 * @param words the tool and its arguments
 * @param redirections in order
 */
public record SimpleCommand(List<Assignment> assignments, List<Word> words, List<Redirection> redirections) {

	public SimpleCommand {
		assignments = List.copyOf(assignments);
		words = List.copyOf(words);
		redirections = List.copyOf(redirections);
	}

	/** The tool's name when it is written literally. */
	public Optional<String> tool() {
		return this.words.isEmpty() ? Optional.empty() : this.words.getFirst().literal();
	}

	/** The words after the tool. */
	public List<Word> arguments() {
		return this.words.isEmpty() ? List.of() : this.words.subList(1, this.words.size());
	}

	/** {@code NAME=value} before a command. */
	public record Assignment(String name, Word value) {
	}

	/**
	 * {@code 2>&1}, {@code > file}.
	 *
	 * @param descriptor the file descriptor, -1 when not written
	 * @param operator {@code <}, {@code >}, {@code >>}, {@code >&}, {@code <&},
	 * {@code &>}, {@code &>>}, {@code >|}, {@code <>}, {@code <<}, {@code <<<}
	 * @param target file or descriptor; of {@code <<} the here-document's text
	 */
	public record Redirection(int descriptor, String operator, Word target) {
	}

}
