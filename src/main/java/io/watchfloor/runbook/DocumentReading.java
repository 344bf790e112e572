package io.watchfloor.runbook;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.runbook.Runbooks.Trouble;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.document.DocumentText.Encoding;
import io.watchfloor.runbook.reading.RunbookReader;
import io.watchfloor.runbook.source.Document;

/**
 * What came of reading one document; whatever is wrong with it stays with it.
 *
 * @param key tells whether the same was read before
 */
record DocumentReading(String key, Optional<Runbook> book, Optional<Revision> revision, Optional<Trouble> trouble) {

	static DocumentReading of(Document document, RunbookReader reader, Map<String, Runbook> known) {
		RunbookId id = document.id();
		Optional<Revision> revision = Optional.ofNullable(document.revision());
		try {
			byte[] bytes = document.content().upTo(DocumentText.LARGEST);
			String key = id + " " + HexFormat.of().formatHex(CanonicalJson.sha256(bytes)) + " "
					+ revision.map(Revision::commit).orElse("");
			Runbook before = known.get(key);
			Runbook book = (before != null) ? before : read(id, bytes, revision, reader);
			return new DocumentReading(key, Optional.of(book), revision,
					doubt(book, DocumentText.read(bytes).encoding()));
		}
		catch (IOException trouble) {
			return refused(id, "It cannot be read (" + trouble.getMessage() + "). Check the file and its permissions.");
		}
		catch (RuntimeException trouble) {
			return refused(id, String.valueOf(trouble.getMessage()));
		}
		catch (StackOverflowError deep) {
			return refused(id, "It nests too deeply to be read. Split it, or take levels out.");
		}
	}

	/** A run keeps the version, so the commit stands in it. */
	private static Runbook read(RunbookId id, byte[] bytes, Optional<Revision> revision, RunbookReader reader) {
		Runbook book = reader.read(id, DocumentText.decode(bytes));
		return revision
			.map((from) -> new Runbook(id, book.title(), book.text(), book.version() + " of commit " + from.brief(),
					book.procedures(), book.findings()))
			.orElse(book);
	}

	private static DocumentReading refused(RunbookId id, String message) {
		return new DocumentReading("", Optional.empty(), Optional.empty(), Optional.of(new Trouble(id, message, true)));
	}

	private static Optional<Trouble> doubt(Runbook book, Encoding encoding) {
		int first = book.text().indexOf('\uFFFD');
		if (encoding == Encoding.WINDOWS_1252) {
			return Optional.of(new Trouble(book.id(),
					"It is no UTF-8 and was read as Windows-1252. See whether its accents and umlauts are right, and save the file as UTF-8.",
					false));
		}
		return (first < 0) ? Optional.empty()
				: Optional.of(new Trouble(book.id(),
						"Some characters are not UTF-8 and show as \uFFFD, the first in line "
								+ book.text().substring(0, first).lines().count() + ". Save the file as UTF-8.",
						false));
	}

}
