package io.watchfloor.catalog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import org.jspecify.annotations.Nullable;

/** Reads the folder of systems as it stands; remembers nothing. */
final class CatalogFolder {

	static final String SYSTEM_FILE = "system.yaml";

	private final Path folder;

	private final @Nullable Path elsewhere;

	private final RunbookFiles runbooks;

	private final SystemSchema schema;

	private final TargetRules rules;

	CatalogFolder(Path folder, @Nullable Path elsewhere, SystemSchema schema, TargetRules rules) {
		this.folder = folder;
		this.elsewhere = elsewhere;
		this.runbooks = new RunbookFiles(folder, elsewhere);
		this.schema = schema;
		this.rules = rules;
	}

	/** Reads every folder that holds a {@code system.yaml}, by the folder's name. */
	SortedMap<String, Reading> read() {
		SortedMap<String, Reading> readings = new TreeMap<>();
		for (Path system : systemFolders()) {
			readings.put(system.getFileName().toString(), read(system));
		}
		return readings;
	}

	private List<Path> systemFolders() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(this.folder)) {
			return children.filter((child) -> !child.getFileName().toString().startsWith("."))
				.filter((child) -> Files.isRegularFile(child.resolve(SYSTEM_FILE)))
				.sorted()
				.toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private Reading read(Path system) {
		String name = system.getFileName().toString();
		String file = name + "/" + SYSTEM_FILE;
		if (!SystemId.valid(name)) {
			return refusal(file, "the folder is named '" + name + "'",
					"a folder name of lower-case letters, digits and hyphens");
		}
		try {
			return read(system, file, Files.readAllBytes(system.resolve(SYSTEM_FILE)));
		}
		catch (Refused refused) {
			return new Reading(null, List.of(refused.in(file)));
		}
		catch (IOException | UncheckedIOException unreadable) {
			return refusal(file, "it cannot be read: " + unreadable.getMessage(), "a file that Watchfloor may read");
		}
	}

	private Reading read(Path system, String file, byte[] bytes) throws Refused {
		YamlDocument document = YamlText.parse(file, bytes);
		List<CatalogError> violations = this.schema.validate(document);
		return violations.isEmpty() ? read(new SystemId(system.getFileName().toString()), system, document)
				: new Reading(null, violations);
	}

	/** What would be wrong with a system if its file held these bytes. */
	List<CatalogError> check(SystemId system, byte[] bytes) {
		String file = system + "/" + SYSTEM_FILE;
		try {
			return read(this.folder.resolve(system.value()), file, bytes).errors();
		}
		catch (Refused refused) {
			return List.of(refused.in(file));
		}
	}

	private Reading read(SystemId id, Path system, YamlDocument document) {
		Findings findings = new Findings(document.file());
		List<Path> files = this.runbooks.find(system, Section.root(document), findings);
		OperatedSystem read = new SystemReader(findings, this.rules).read(id, document, files);
		return new Reading(findings.fatal() ? null : read, findings.byPlace());
	}

	private static Reading refusal(String file, String message, String expected) {
		return new Reading(null, List.of(new Refused(Position.WHOLE_FILE, message, expected).in(file)));
	}

	/**
	 * Every file and folder that counts, with its state, to tell whether anything
	 * changed.
	 */
	Map<Path, FileState> states() {
		Map<Path, FileState> states = FileState.below(this.folder);
		if (this.elsewhere != null) {
			states.putAll(FileState.below(this.elsewhere));
		}
		return states;
	}

}
