package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What tells a changed file from an unchanged one.
 *
 * @param folder whether it is a folder, whose other figures do not count
 * @param size in bytes
 * @param modified last
 */
record FileState(boolean folder, long size, FileTime modified) {

	private static final FileState FOLDER = new FileState(true, 0, FileTime.fromMillis(0));

	private static final int DEEPEST = 8;

	/** The state of every visible file and folder; what cannot be read is left out. */
	static Map<Path, FileState> below(Path root) {
		Map<Path, FileState> states = new HashMap<>();
		try {
			Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST,
					new Collector(root, Enclosure.of(root), states));
		}
		catch (IOException gone) {
			// a folder that vanished half way is seen by the next look
		}
		return states;
	}

	/** Visits without stopping at files that vanish meanwhile. */
	private static final class Collector extends SimpleFileVisitor<Path> {

		private final Path root;

		private final Enclosure enclosure;

		private final Map<Path, FileState> states;

		Collector(Path root, Enclosure enclosure, Map<Path, FileState> states) {
			this.root = root;
			this.enclosure = enclosure;
			this.states = states;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			if (!folder.equals(this.root) && (hidden(folder) || !this.enclosure.holds(folder))) {
				return FileVisitResult.SKIP_SUBTREE;
			}
			this.states.put(folder, FOLDER);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (!hidden(file)) {
				this.states.put(file, new FileState(false, attributes.size(), attributes.lastModifiedTime()));
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException gone) {
			return FileVisitResult.CONTINUE;
		}

		private static boolean hidden(Path path) {
			return path.getFileName().toString().startsWith(".");
		}

	}

}
