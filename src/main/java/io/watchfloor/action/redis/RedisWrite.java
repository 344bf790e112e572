package io.watchfloor.action.redis;

import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Sends a command that changes the keys it names.
 *
 * @param words the command and its arguments
 */
public record RedisWrite(List<KeyText> words) implements Action {

	public RedisWrite {
		words = List.copyOf(words);
		CommandTable.Entry entry = Words.entry(words);
		if (!entry.writes()) {
			throw new IllegalArgumentException(
					entry.name().replace('|', ' ') + " is no command that changes just the keys it names");
		}
	}

	@Override
	public Risk risk() {
		return Words.entry(this.words).removes() ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Redis: " + Words.line(this.words);
	}

	@Override
	public String commandLine() {
		return "redis-cli " + this.words.stream().map(KeyText::shell).collect(Collectors.joining(" "));
	}

}
