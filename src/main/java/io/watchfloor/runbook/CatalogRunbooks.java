package io.watchfloor.runbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.reading.RunbookReader;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the catalog's files when they change; a file with the same content only once. */
@Component
class CatalogRunbooks implements Runbooks {

	private static final long LARGEST = 8_000_000;

	private final Catalog catalog;

	private final RunbookReader reader;

	private final Clock clock;

	/** By file and content. */
	private Map<String, Runbook> known = Map.of();

	private volatile @Nullable Shelf shelf;

	CatalogRunbooks(Catalog catalog, RunbookReader reader, Clock clock) {
		this.catalog = catalog;
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

	@EventListener
	void on(CatalogChanged changed) {
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
		List<Future<Read>> reads = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			this.catalog.systems()
				.forEach((system) -> system.runbooks()
					.stream()
					.sorted()
					.forEach((file) -> reads
						.add(threads.submit(() -> read(new RunbookId(system.id(), fileName(file)), file)))));
		}
		List<Read> done = reads.stream().map(Future::resultNow).toList();
		Map<String, Runbook> now = new HashMap<>();
		done.forEach((read) -> read.book().ifPresent((book) -> now.put(read.key(), book)));
		this.known = now;
		return new Shelf(done.stream().flatMap((read) -> read.book().stream()).toList(),
				done.stream().flatMap((read) -> read.trouble().stream()).toList(), this.clock.instant());
	}

	private Read read(RunbookId id, Path file) {
		try {
			if (Files.size(file) > LARGEST) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						"It is larger than " + LARGEST / 1_000_000 + " MB. Split it into several files.");
			}
			byte[] bytes = Files.readAllBytes(file);
			String key = id + " " + HexFormat.of().formatHex(CanonicalJson.sha256(bytes));
			Runbook before = this.known.get(key);
			String text = new String(bytes, StandardCharsets.UTF_8);
			Runbook book = (before != null) ? before : this.reader.read(id, text);
			return new Read(key, Optional.of(book), replaced(id, text));
		}
		catch (IOException trouble) {
			return failed(id, "It cannot be read (" + trouble.getMessage() + "). Check the file and its permissions.");
		}
		catch (RuntimeException trouble) {
			return failed(id, String.valueOf(trouble.getMessage()));
		}
	}

	private static Read failed(RunbookId id, String message) {
		return new Read("", Optional.empty(), Optional.of(new Trouble(id, message)));
	}

	private static Optional<Trouble> replaced(RunbookId id, String text) {
		return (text.indexOf('\uFFFD') < 0) ? Optional.empty() : Optional
			.of(new Trouble(id, "Some characters are not UTF-8 and show as \uFFFD. Save the file as UTF-8."));
	}

	private static String fileName(Path file) {
		return String.valueOf(file.getFileName());
	}

	private record Read(String key, Optional<Runbook> book, Optional<Trouble> trouble) {
	}

	private record Shelf(List<Runbook> books, List<Trouble> troubles, Instant readAt) {
	}

}
