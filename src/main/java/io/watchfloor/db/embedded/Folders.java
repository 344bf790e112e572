package io.watchfloor.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Clears away what a start that was cut short has left. */
final class Folders {

	private Folders() {
	}

	/** Deletes a folder with all it holds; a missing one is fine. */
	static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		for (Path file : contents(folder)) {
			Files.delete(file);
		}
	}

	private static List<Path> contents(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.sorted(Comparator.reverseOrder()).toList();
		}
	}

}
