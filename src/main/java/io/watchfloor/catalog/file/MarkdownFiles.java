package io.watchfloor.catalog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the Markdown files below a folder. Hidden files and folders are editors' and
 * version control's.
 */
final class MarkdownFiles extends SimpleFileVisitor<Path> {

	private static final int DEEPEST = 6;

	private final Path folder;

	private final Enclosure enclosure;

	private final SortedSet<Path> found = new TreeSet<>();

	private final SortedSet<Path> outside = new TreeSet<>();

	private MarkdownFiles(Path folder, Enclosure enclosure) {
		this.folder = folder;
		this.enclosure = enclosure;
	}

	static MarkdownFiles below(Path folder, Enclosure enclosure) {
		MarkdownFiles files = new MarkdownFiles(folder, enclosure);
		if (Files.isDirectory(folder)) {
			try {
				Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, files);
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
		return files;
	}

	/** Those that may be read, by path. */
	List<Path> found() {
		return List.copyOf(this.found);
	}

	/** Links to files and folders outside, or to nothing. */
	List<Path> outside() {
		return List.copyOf(this.outside);
	}

	@Override
	public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
		if (!visited.equals(this.folder) && hidden(visited)) {
			return FileVisitResult.SKIP_SUBTREE;
		}
		if (!this.enclosure.holds(visited)) {
			this.outside.add(visited);
			return FileVisitResult.SKIP_SUBTREE;
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (!hidden(file) && isMarkdown(file)) {
			if (!this.enclosure.holds(file)) {
				this.outside.add(file);
			}
			else if (attributes.isRegularFile()) {
				this.found.add(file);
			}
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException goneOrCircle) {
		return FileVisitResult.CONTINUE;
	}

	static boolean isMarkdown(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".md") || name.endsWith(".markdown");
	}

	private static boolean hidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

}
