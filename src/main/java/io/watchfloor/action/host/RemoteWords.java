package io.watchfloor.action.host;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Spells words for the one string that SSH hands to the remote sign-in shell, so that
 * every word arrives as it is. Single quotes keep everything but themselves.
 */
final class RemoteWords {

	private RemoteWords() {
	}

	/** One word for a POSIX shell. */
	static String quote(String word) {
		if (word.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("a word cannot hold a zero byte");
		}
		return "'" + word.replace("'", "'\\''") + "'";
	}

	/** A command in a folder, in plain English answers. */
	static String line(List<String> words, @Nullable String folder) {
		String command = Stream.concat(Stream.of("env", "LC_ALL=C.UTF-8", "GIT_OPTIONAL_LOCKS=0"), words.stream())
			.map(RemoteWords::quote)
			.collect(Collectors.joining(" ", "exec ", ""));
		return (folder != null) ? "cd " + quote(folder) + " && " + command : command;
	}

}
