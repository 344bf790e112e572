package io.watchfloor.action.host;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.watchfloor.action.Rule;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/** A rule, and the commands to which it applies. */
record DangerRule(Rule rule, Predicate<SimpleCommand> applies) {

	private static final Set<String> CARRIERS = Set.of("sudo", "time", "nohup", "nice");

	/** Without what only carries the command. */
	static SimpleCommand plain(SimpleCommand stage) {
		List<Word> words = stage.words();
		while (words.size() > 1 && words.getFirst().literal().filter(CARRIERS::contains).isPresent()) {
			words = words.subList(1, words.size());
		}
		return new SimpleCommand(stage.assignments(), words, stage.redirections());
	}

}
