package io.watchfloor.runbook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.runbook.reading.RunbookReader;
import io.watchfloor.runbook.source.Document;
import io.watchfloor.runbook.source.DocumentSource;
import io.watchfloor.runbook.source.DocumentsChanged;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads all documents when they change; one of the same content only once. */
@Component
class CatalogRunbooks implements Runbooks {

	private final List<DocumentSource> sources;

	private final RunbookReader reader;

	private final Clock clock;

	private Map<String, Runbook> known = Map.of();

	private volatile @Nullable Shelf shelf;

	CatalogRunbooks(List<DocumentSource> sources, RunbookReader reader, Clock clock) {
		this.sources = sources;
		this.reader = reader;
		this.clock = clock;
	}

	@Override
	public List<Runbook> all() {
		return shelf().books();
	}

	@Override
	public Optional<Runbook> find(RunbookId id) {
		return all().stream().filter((book) -> book.id().equals(id)).findFirst();
	}

	@Override
	public List<Trouble> troubles() {
		return shelf().troubles();
	}

	@Override
	public Optional<Instant> readAt() {
		return Optional.of(shelf().readAt());
	}

	@Override
	public Optional<Revision> revision(RunbookId id) {
		return Optional.ofNullable(shelf().revisions().get(id));
	}

	@EventListener
	void on(CatalogChanged changed) {
		this.shelf = readAll();
	}

	@EventListener
	void on(DocumentsChanged changed) {
		this.shelf = readAll();
	}

	private Shelf shelf() {
		Shelf current = this.shelf;
		if (current == null) {
			current = readAll();
			this.shelf = current;
		}
		return current;
	}

	private synchronized Shelf readAll() {
		List<Trouble> troubles = new ArrayList<>();
		List<Future<DocumentReading>> readings;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			readings = documents(troubles).stream()
				.map((document) -> threads.submit(() -> DocumentReading.of(document, this.reader, this.known)))
				.toList();
		}
		List<Runbook> books = new ArrayList<>();
		Map<String, Runbook> now = new HashMap<>();
		Map<RunbookId, Revision> revisions = new HashMap<>();
		for (DocumentReading reading : readings.stream().map(Future::resultNow).toList()) {
			reading.trouble().ifPresent(troubles::add);
			reading.book().ifPresent((book) -> {
				books.add(book);
				now.put(reading.key(), book);
				reading.revision().ifPresent((revision) -> revisions.put(book.id(), revision));
			});
		}
		this.known = now;
		return new Shelf(List.copyOf(books), List.copyOf(troubles), Map.copyOf(revisions), this.clock.instant());
	}

	/** Of two documents of one name, the first source's counts. */
	private List<Document> documents(List<Trouble> troubles) {
		Map<RunbookId, Document> documents = new LinkedHashMap<>();
		for (DocumentSource source : this.sources) {
			troubles.addAll(source.troubles());
			for (Document document : source.documents()) {
				Document first = documents.putIfAbsent(document.id(), document);
				if (first != null) {
					troubles.add(new Trouble(document.id(), "It is left out: the one " + origin(document)
							+ " has the name of the one " + origin(first) + ", which is kept. Rename one of them.",
							true));
				}
			}
		}
		return List.copyOf(documents.values());
	}

	private static String origin(Document document) {
		Revision revision = document.revision();
		return (revision == null) ? "in the system's folder" : "of commit " + revision.brief() + " of its repository";
	}

	private record Shelf(List<Runbook> books, List<Trouble> troubles, Map<RunbookId, Revision> revisions,
			Instant readAt) {
	}

}
