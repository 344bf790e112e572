package io.watchfloor.action.redis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Sends a command that the server's own table says only reads.
 *
 * @param words the command and its arguments
 */
public record RedisQuery(List<KeyText> words) implements Action {

	public RedisQuery {
		words = List.copyOf(words);
		CommandTable.Entry entry = Words.entry(words);
		if (!entry.reads(Words.spelt(words))) {
			throw new IllegalArgumentException(
					"the server does not say of " + entry.name().replace('|', ' ') + " that it only reads");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Redis: " + Objects.requireNonNull(Words.line(this.words));
	}

	@Override
	public String commandLine() {
		return "redis-cli " + this.words.stream().map(KeyText::shell).collect(Collectors.joining(" "));
	}

}
