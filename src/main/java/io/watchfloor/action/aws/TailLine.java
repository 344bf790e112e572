package io.watchfloor.action.aws;

import java.util.Set;

import io.watchfloor.action.aws.line.Commands;
import io.watchfloor.action.aws.line.Globals;

/** Reads {@code aws logs tail GROUP …}. */
record TailLine(LogsTail action, Globals globals) {

	static TailLine read(Commands commands) {
		WordFlags flags = WordFlags.read(commands, Set.of("--follow"),
				Set.of("--since", "--filter-pattern", "--format", "--log-stream-name-prefix"));
		if (flags.words().size() != 1) {
			throw commands.arguments().problem("logs tail takes exactly one log group.");
		}
		try {
			return new TailLine(
					new LogsTail(flags.words().getFirst(), flags.values().getOrDefault("--since", "10m"),
							flags.values().getOrDefault("--filter-pattern", ""),
							flags.values().getOrDefault("--log-stream-name-prefix", ""),
							flags.values().getOrDefault("--format", "detailed"), flags.globals().region()),
					flags.globals());
		}
		catch (IllegalArgumentException refused) {
			throw commands.arguments().problem("logs tail: " + refused.getMessage() + ".");
		}
	}

}
