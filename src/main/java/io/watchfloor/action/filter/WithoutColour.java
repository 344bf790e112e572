package io.watchfloor.action.filter;

import java.util.List;
import java.util.Set;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/** Takes {@code --color=…} off: what is shown here has no colours. */
final class WithoutColour {

	private static final Set<String> FLAGS = Set.of("--color=auto", "--color=always", "--color=never", "--color",
			"--colour=auto", "--colour=always", "--colour=never", "--colour");

	private WithoutColour() {
	}

	static SimpleCommand of(SimpleCommand stage) {
		List<Word> words = stage.words()
			.stream()
			.filter((word) -> word.literal().filter(FLAGS::contains).isEmpty())
			.toList();
		return new SimpleCommand(stage.assignments(), words, stage.redirections());
	}

}
