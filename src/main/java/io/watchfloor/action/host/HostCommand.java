package io.watchfloor.action.host;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A program with its arguments, for any way to a host.
 *
 * @param words the program and its arguments
 * @param folder where it runs; the sign-in's own when absent
 * @param within after which it is given up
 * @param input what it is given to read; none when absent
 */
public record HostCommand(List<String> words, @Nullable String folder, Duration within, @Nullable String input) {

	/** How much of the output is kept, in bytes, of each stream. */
	public static final int MOST_BYTES = 512 * 1024;

	public HostCommand {
		words = List.copyOf(words);
		if (words.isEmpty() || words.stream().anyMatch((word) -> word.indexOf('\0') >= 0)) {
			throw new IllegalArgumentException("a command has words, and none holds a zero byte");
		}
	}

	/** With nothing to read. */
	public HostCommand(List<String> words, @Nullable String folder, Duration within) {
		this(words, folder, within, null);
	}

	/** In the usual half minute. */
	public HostCommand(List<String> words, @Nullable String folder) {
		this(words, folder, Duration.ofSeconds(30));
	}

}
