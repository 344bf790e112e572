package io.watchfloor.catalog.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds a system's Markdown files: those in its {@code runbooks} folder, then those that
 * it lists.
 */
final class RunbookFiles {

	private final Path catalog;

	private final @Nullable Path elsewhere;

	private final Enclosure enclosure;

	/**
	 * Takes the folders.
	 * @param catalog the catalog's folder
	 * @param elsewhere the folder of runbooks that are kept outside it
	 */
	RunbookFiles(Path catalog, @Nullable Path elsewhere) {
		this.catalog = catalog;
		this.elsewhere = elsewhere;
		this.enclosure = Enclosure.of(catalog, elsewhere);
	}

	List<Path> find(Path systemFolder, Section system, Findings findings) {
		Map<String, Path> names = new HashMap<>();
		List<Path> files = new ArrayList<>();
		MarkdownFiles own = MarkdownFiles.below(systemFolder.resolve("runbooks"), this.enclosure);
		own.found()
			.stream()
			.sorted(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
			.forEach((file) -> add(file, names, files, findings));
		own.outside()
			.forEach((link) -> findings.about(relative(link), "it is a link that leads out of the folder, or nowhere",
					"the file itself, or a link to a file inside the catalog's folder or the folder of "
							+ "WATCHFLOOR_RUNBOOKS"));
		for (Section listed : system.list("runbooks")) {
			listed(listed, findings).ifPresent((file) -> add(file, names, files, findings));
		}
		return files;
	}

	private Optional<Path> listed(Section listed, Findings findings) {
		String text = listed.text("file");
		if (text.indexOf('\0') >= 0) {
			findings.error(listed.value("file"), "the path holds a NUL character", "a path to a Markdown file");
			return Optional.empty();
		}
		for (Path root : roots()) {
			Path file = root.resolve(text).normalize();
			boolean outside = Files.exists(file) && !this.enclosure.holds(file);
			if (!file.startsWith(root) || outside) {
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

	/** A file in a folder below never takes the place of one that stands above it. */
	private void add(Path file, Map<String, Path> names, List<Path> files, Findings findings) {
		String name = file.getFileName().toString();
		Path first = names.putIfAbsent(name, file);
		if (first == null) {
			files.add(file);
		}
		else if (!first.equals(file)) {
			findings.about(relative(file), "two runbooks are named '" + name + "'; " + relative(first)
					+ " is kept, and " + relative(file) + " is not read", "file names that differ within a system");
		}
	}

	/** As errors name files. */
	private String relative(Path file) {
		return file.startsWith(this.catalog) ? this.catalog.relativize(file).toString() : file.toString();
	}

}
