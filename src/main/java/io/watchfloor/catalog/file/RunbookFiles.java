package io.watchfloor.catalog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds a system's Markdown files: those in its {@code runbooks} folder, then those that
 * it lists.
 */
final class RunbookFiles {

	private static final int DEEPEST = 6;

	private final Path catalog;

	private final @Nullable Path elsewhere;

	/**
	 * Takes the folders.
	 * @param catalog the catalog's folder
	 * @param elsewhere the folder of runbooks that are kept outside it
	 */
	RunbookFiles(Path catalog, @Nullable Path elsewhere) {
		this.catalog = catalog;
		this.elsewhere = elsewhere;
	}

	List<Path> find(Path systemFolder, Section system, Findings findings) {
		Map<String, Path> names = new HashMap<>();
		List<Path> files = new ArrayList<>();
		for (Path file : markdown(systemFolder.resolve("runbooks"))) {
			add(file, system.position(), names, files, findings);
		}
		for (Section listed : system.list("runbooks")) {
			listed(listed, findings).ifPresent((file) -> add(file, listed.value("file"), names, files, findings));
		}
		return files;
	}

	private Optional<Path> listed(Section listed, Findings findings) {
		String text = listed.text("file");
		for (Path root : roots()) {
			Path file = root.resolve(text).normalize();
			if (!file.startsWith(root)) {
				findings.error(listed.value("file"), "'" + text + "' leads out of the folder",
						"a path inside the catalog's folder or the folder of WATCHFLOOR_RUNBOOKS");
				return Optional.empty();
			}
			if (Files.isRegularFile(file)) {
				return Optional.of(file);
			}
		}
		if (!listed.flag("optional", false)) {
			findings.warning(listed.value("file"), "the runbook '" + text + "' is not there",
					"the file in the catalog's folder or in the folder of WATCHFLOOR_RUNBOOKS");
		}
		return Optional.empty();
	}

	private List<Path> roots() {
		return (this.elsewhere != null) ? List.of(this.catalog, this.elsewhere) : List.of(this.catalog);
	}

	private void add(Path file, Position position, Map<String, Path> names, List<Path> files, Findings findings) {
		String name = file.getFileName().toString();
		Path first = names.putIfAbsent(name, file);
		if (first == null) {
			files.add(file);
		}
		else if (!first.equals(file)) {
			findings.warning(position, "two runbooks are named '" + name + "'; the second is left out",
					"file names that differ within a system");
		}
	}

	/** Hidden files and folders are editors' and version control's. */
	private static List<Path> markdown(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
			return files.filter((file) -> visible(folder.relativize(file)) && isMarkdown(file))
				.filter(Files::isRegularFile)
				.sorted()
				.toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static boolean visible(Path relative) {
		for (Path part : relative) {
			if (part.toString().startsWith(".")) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMarkdown(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(".md") || name.endsWith(".markdown");
	}

}
