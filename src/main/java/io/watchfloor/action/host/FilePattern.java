package io.watchfloor.action.host;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/** A shell's file pattern, looked up with {@code find} instead of a shell. */
final class FilePattern {

	private FilePattern() {
	}

	/** Whether a word is plain text with {@code *} or {@code ?} in it. */
	static boolean is(Word word) {
		return word.literal().isEmpty() && word.parts().stream().allMatch(FilePattern::understood);
	}

	private static boolean understood(Word.Part part) {
		return part instanceof Word.Literal || (part instanceof Word.Expansion expansion
				&& expansion.kind() == Word.Expansion.Kind.GLOB && Set.of("*", "?").contains(expansion.source()));
	}

	/**
	 * A {@code find} that lists what the pattern matches. Only the last part of the path
	 * may be one.
	 */
	static List<String> search(String pattern) {
		int slash = pattern.lastIndexOf('/');
		String folder = (slash < 0) ? "." : (slash == 0) ? "/" : pattern.substring(0, slash);
		String name = pattern.substring(slash + 1);
		if (folder.contains("*") || folder.contains("?") || name.isEmpty()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"In '" + pattern + "' only the last part of the path may be a pattern.");
		}
		Stream<String> hidden = name.startsWith(".") ? Stream.of() : Stream.of("-not", "-name", ".*");
		return Stream.of(Stream.of("find", folder, "-mindepth", "1", "-maxdepth", "1", "-name", name), hidden)
			.flatMap((part) -> part)
			.toList();
	}

}
