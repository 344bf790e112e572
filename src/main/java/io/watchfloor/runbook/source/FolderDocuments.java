package io.watchfloor.runbook.source;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks.Trouble;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The catalog's files. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FolderDocuments implements DocumentSource {

	private static final Pattern RUNBOOK = Pattern.compile("([a-z0-9-]+)/runbooks/(.+)");

	private final Catalog catalog;

	/** Takes the catalog. */
	public FolderDocuments(Catalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public List<Document> documents() {
		return this.catalog.systems()
			.stream()
			.flatMap((system) -> system.runbooks()
				.stream()
				.sorted()
				.map((file) -> new Document(new RunbookId(system.id(), String.valueOf(file.getFileName())),
						(most) -> read(file, most), null)))
			.toList();
	}

	/** What the catalog left out, so that nothing is missing without a word. */
	@Override
	public List<Trouble> troubles() {
		return this.catalog.errors().stream().flatMap((error) -> trouble(error).stream()).toList();
	}

	private static Optional<Trouble> trouble(CatalogError error) {
		Matcher file = RUNBOOK.matcher(error.file().replace('\\', '/'));
		return (file.matches() && SystemId.valid(file.group(1)))
				? Optional.of(new Trouble(new RunbookId(new SystemId(file.group(1)), file.group(2)),
						"It is left out: " + error.message() + ". Expected is " + error.expected() + ".", true))
				: Optional.empty();
	}

	private static byte[] read(Path file, int most) throws java.io.IOException {
		try (InputStream stream = Files.newInputStream(file)) {
			return stream.readNBytes(most + 1);
		}
	}

}
