package io.watchfloor.runbook.ui;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;

/**
 * Where a document's links lead in the console: to another document's page, to a
 * procedure, or out with http, https and mailto. Everything else leads nowhere.
 */
final class LinkPlaces {

	private final Runbook book;

	private final List<Runbook> others;

	LinkPlaces(Runbook book, List<Runbook> others) {
		this.book = book;
		this.others = others.stream().filter((other) -> other.id().system().equals(book.id().system())).toList();
	}

	Optional<String> of(String target) {
		String lower = target.toLowerCase(Locale.ROOT);
		if (lower.matches("(https?://|mailto:).+")) {
			return Optional.of(target);
		}
		if (lower.contains(":") || lower.startsWith("//") || lower.startsWith("\\")) {
			return Optional.empty();
		}
		int hash = target.indexOf('#');
		String path = (hash < 0) ? target : target.substring(0, hash);
		String anchor = (hash < 0) ? "" : target.substring(hash + 1);
		return path.isEmpty() ? place(this.book, anchor)
				: document(decoded(path)).flatMap((other) -> place(other, anchor));
	}

	/** By its last part, or by its path as Git documents are called. */
	private Optional<Runbook> document(String path) {
		String plain = path.replaceFirst("^(\\.{1,2}/)+", "");
		String name = plain.substring(plain.lastIndexOf('/') + 1);
		return find(plain.replace('/', '-')).or(() -> find(name)).or(() -> find(name + ".md"));
	}

	private Optional<Runbook> find(String file) {
		return this.others.stream().filter((other) -> other.id().file().equals(file)).findFirst();
	}

	private static Optional<String> place(Runbook document, String anchor) {
		RunbookId id = document.id();
		return Optional.of(document.procedures()
			.stream()
			.filter((procedure) -> slim(procedure.slug()).equals(slim(anchor)))
			.findFirst()
			.map((procedure) -> Places.of(id, procedure.slug()))
			.orElseGet(() -> Headings.line(document, anchor)
				.map((line) -> Places.of(id) + "?line=" + line)
				.orElse(Places.of(id))));
	}

	static String slim(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

	private static String decoded(String path) {
		try {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException asWritten) {
			return path;
		}
	}

}
