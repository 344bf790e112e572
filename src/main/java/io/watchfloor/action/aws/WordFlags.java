package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.aws.line.Commands;
import io.watchfloor.action.aws.line.Globals;

/** The words of a command of the {@code aws} tool that is no call of the API. */
record WordFlags(List<String> words, Set<String> switches, Map<String, String> values, Globals globals) {

	/**
	 * Takes all words.
	 * @param switches flags without a value, by every spelling
	 * @param taking flags with one value
	 */
	static WordFlags read(Commands commands, Set<String> switches, Set<String> taking) {
		Arguments arguments = commands.arguments();
		List<String> words = new ArrayList<>();
		Set<String> given = new java.util.HashSet<>();
		Map<String, String> values = new HashMap<>();
		Globals globals = commands.globals();
		while (arguments.more()) {
			String word = arguments.nextLiteral("a parameter");
			if (!word.startsWith("-") || word.equals("-")) {
				words.add(word);
			}
			else if (switches.contains(word)) {
				given.add(word);
			}
			else if (taking.contains(word)) {
				if (values.put(word, arguments.nextLiteral("the value of " + word)) != null) {
					throw arguments.problem(word + " stands twice.");
				}
			}
			else {
				globals = commands.global(word, globals);
			}
		}
		return new WordFlags(List.copyOf(words), Set.copyOf(given), Map.copyOf(values), globals);
	}

	boolean has(String... spellings) {
		return List.of(spellings).stream().anyMatch(this.switches::contains);
	}

}
