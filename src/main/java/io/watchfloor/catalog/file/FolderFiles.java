package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogFiles;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.stereotype.Component;

/** Writes runbooks into the folder that the catalog is read from. */
@Component
class FolderFiles implements CatalogFiles {

	private static final String VERSIONS = ".versions";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final CatalogProperties properties;

	private final FolderCatalog catalog;

	private final Clock clock;

	private final ReentrantLock writing = new ReentrantLock();

	FolderFiles(CatalogProperties properties, FolderCatalog catalog, Clock clock) {
		this.properties = properties;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public Optional<byte[]> runbook(SystemId system, String file) {
		Path place = place(system, file);
		try {
			return Files.exists(place) ? Optional.of(Files.readAllBytes(place)) : Optional.empty();
		}
		catch (IOException unreadable) {
			throw new Problem(Category.TARGET_SAID_NO, "The present version of " + file + " cannot be read ("
					+ unreadable.getMessage() + "). Check the file and its permissions.", unreadable);
		}
	}

	@Override
	public void put(SystemId system, List<NewRunbook> runbooks) {
		this.writing.lock();
		try (SafeWrite write = new SafeWrite()) {
			for (NewRunbook runbook : runbooks) {
				Optional<byte[]> present = runbook(system, runbook.file());
				demandSame(runbook, present);
				Path place = place(system, runbook.file());
				if (present.isPresent()) {
					write.replace(version(place, present.get()), present.get());
				}
				write.replace(place, runbook.content());
			}
			write.complete();
		}
		catch (IOException unwritable) {
			throw new Problem(Category.TARGET_SAID_NO,
					"The runbooks folder of " + system + " cannot be written (" + unwritable.getMessage()
							+ "). Nothing was changed. Make " + this.properties.folderPath()
							+ " writable for the user that runs Watchfloor, and see that its disk is not full.",
					unwritable);
		}
		finally {
			this.writing.unlock();
		}
		this.catalog.refresh();
	}

	private static void demandSame(NewRunbook runbook, Optional<byte[]> present) {
		if (!Objects.equals(runbook.replaces(), present.map(FolderFiles::hash).orElse(null))) {
			throw new Problem(Category.STALE, runbook.file()
					+ " was changed by somebody else since it was previewed. Nothing was changed. Look at it again.");
		}
	}

	/** Where a runbook of the name stands, else where it belongs. */
	private Path place(SystemId id, String file) {
		OperatedSystem system = this.catalog.system(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "The catalog has no system '" + id + "' (any more)."));
		Path own = this.properties.folderPath().resolve(id.value()).resolve("runbooks");
		Path place = own.resolve(file).normalize();
		boolean plain = own.equals(place.getParent()) && MarkdownFiles.isMarkdown(place) && !file.startsWith(".");
		if (!plain || (Files.exists(own) && !Enclosure.of(this.properties.folderPath()).holds(own))) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"'" + file + "' is no place inside the runbooks folder of " + id + ". Give it a plain name.");
		}
		Path known = system.runbooks()
			.stream()
			.filter((path) -> file.equals(String.valueOf(path.getFileName())))
			.findFirst()
			.orElse(place);
		if (!known.startsWith(own)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					file + " is kept elsewhere, at " + known + ". Change it there, or give this one another name.");
		}
		return known;
	}

	private Path version(Path place, byte[] content) {
		return place.resolveSibling(VERSIONS)
			.resolve(place.getFileName().toString())
			.resolve(MOMENT.format(this.clock.instant()) + "-" + hash(content).substring(0, 12) + ".md");
	}

	private static String hash(byte[] content) {
		return HexFormat.of().formatHex(CanonicalJson.sha256(content));
	}

}
